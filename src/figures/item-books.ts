import type { FigureEntry, Place } from './figure-entry.js';

/** Booked and in one of these, an item is pending (domain.md §4.1). */
const PENDING_STATES: ReadonlySet<string> = new Set([
  'RECEIVED',
  'FORWARDED',
  'IN_PROGRESS',
  'AWAITING_APPROVAL',
  'NEEDS_INFO',
]);
const WAITING_STATES: ReadonlySet<string> = new Set(['SUBMITTED', 'NEEDS_INFO']);

/** An item as it stood after an entry, with what only its chain tells. */
export interface Standing {
  readonly entry: FigureEntry;
  readonly booked: boolean;
  /** The standing answer: the last `approve` that no `reopen` has undone. */
  readonly answer: FigureEntry | null;
  /** The rating given to the standing answer. */
  readonly rating: string | null;
  /** The entry that began the present wait for the citizen; null when the item does not wait. */
  readonly pause: FigureEntry | null;
}

/** One entry of the period: how the item stood before (null: it did not exist) and after. */
export interface Move {
  readonly entry: FigureEntry;
  readonly before: Standing | null;
  readonly after: Standing;
}

/** All that the figures know of one item: how it stood at `from` and at T, and what happened in between. */
export interface ItemBooks {
  readonly from: number;
  readonly opening: Standing | null;
  readonly closing: Standing;
  readonly moves: readonly Move[];
}

/**
 * Folds one item's chain.
 * @param chain the item's entries in order of `seq`, those recorded before T only; at least one.
 * @param from the period's first instant, epoch ms.
 */
export function foldBooks(chain: readonly FigureEntry[], from: number): ItemBooks {
  let standing: Standing | null = null;
  let opening: Standing | null = null;
  const moves: Move[] = [];
  for (const entry of chain) {
    const after = stand(standing, entry);
    if (entry.recordedAt < from) opening = after;
    else moves.push({ entry, before: standing, after });
    standing = after;
  }
  if (!standing) throw new RangeError('An item without an entry has no books.');
  return { from, opening, closing: standing, moves };
}

function stand(before: Standing | null, entry: FigureEntry): Standing {
  const undone = entry.action === 'reopen';
  const answered = entry.action === 'approve';
  const kept = undone ? null : (before?.answer ?? null);
  return {
    entry,
    booked: entry.action === 'book' || (before?.booked ?? false),
    answer: answered ? entry : kept,
    rating: entry.action === 'rate' ? entry.rating : answered || undone ? null : (before?.rating ?? null),
    pause: entry.toState === 'NEEDS_INFO' ? (before?.pause ?? entry) : null,
  };
}

export function isPending(standing: Standing | null): standing is Standing {
  return standing !== null && standing.booked && PENDING_STATES.has(standing.entry.toState);
}

/** Submitted or waiting for information, and not in any register yet (column 21). */
export function isWaiting(standing: Standing | null): standing is Standing {
  return standing !== null && !standing.booked && WAITING_STATES.has(standing.entry.toState);
}

/** The answer that stands and was given in the period, or null: such items are column 7. */
export function answerInPeriod({ closing, from }: ItemBooks): FigureEntry | null {
  return closing.answer && closing.answer.recordedAt >= from ? closing.answer : null;
}

/** @returns where an entry leaves its item: agency, subject and field after it. */
export function placeOf({ agencyId, subject, fieldId }: FigureEntry): Place {
  return { agencyId, subject, fieldId };
}

export function samePlace(a: Place, b: Place): boolean {
  return a.agencyId === b.agencyId && a.subject === b.subject && a.fieldId === b.fieldId;
}
