import type { AuditActorKind, AuditDetails } from '../../platform/audit/audit-entry.entity.js';

/** What of the trail somebody asks for, and what they may be shown of it. */
export interface AuditQuestion {
  /** Whose screen it is: what is about the own conduct is left out. */
  readonly viewerId: number;
  /** Tops of subtrees: entries by or about people who work there. Null for the whole installation. */
  readonly within: readonly string[] | null;
  /** Whose deeds; null for everybody's. */
  readonly actorIds: readonly number[] | null;
  /** Codes, or '' for any. Actions of items begin with `item.`. */
  readonly kind: string;
  readonly action: string;
  readonly purpose: string;
  /** What it was done to, in each way it may have been written down; null for anything. */
  readonly subject: { readonly texts: readonly string[]; readonly staffId: number | null } | null;
  /** Epoch ms, [from, until); null where open. */
  readonly from: number | null;
  readonly until: number | null;
}

/** One deed: an entry of the trail, or a step of staff in the journal of an item. */
export interface AuditDeed {
  readonly at: number;
  readonly source: AuditSource;
  readonly id: number;
  readonly actorKind: AuditActorKind;
  readonly actorId: number | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly purpose: string | null;
  readonly details: AuditDetails | null;
}

/** Two tables, one order: newest first, of the same instant the trail's before the journal's. */
export type AuditSource = 'trail' | 'journal';

/** The last deed of a page; the next page begins behind it. */
export type AuditPlace = Pick<AuditDeed, 'at' | 'source' | 'id'>;

/** @returns the number of the colleague who was handed somebody's items; null for every other deed. */
export function heirOf({ action, details }: Pick<AuditDeed, 'action' | 'details'>): number | null {
  const to = action === 'staff.handOver' ? details?.['to'] : null;
  return typeof to === 'number' ? to : null;
}

/** @returns the order of the list, for sorting what came from both tables. */
export function newestFirst(a: AuditPlace, b: AuditPlace): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.source !== b.source) return a.source === 'trail' ? -1 : 1;
  return b.id - a.id;
}

/** The place as an address holds it. */
export function placeText({ at, source, id }: AuditPlace): string {
  return `${at}.${source}.${id}`;
}

/** @returns null for what is no place. */
export function readPlace(text: string): AuditPlace | null {
  const [, at, source, id] = /^(\d{1,15})\.(trail|journal)\.(\d{1,9})$/.exec(text) ?? [];
  return at && id ? { at: Number(at), source: source as AuditSource, id: Number(id) } : null;
}
