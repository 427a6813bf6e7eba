import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Role } from '../accounts/role.js';
import { covers, type StaffActor } from '../accounts/staff-actor.js';
import type { Actor } from './actor.js';
import { transitionsFrom } from './lifecycle.js';
import type { Transition, Where, Who } from './transition.js';
import { ANSWERED, type Publication, type State, STATES } from './state.js';

/** What policy must know of an item: where it stands, the places of its agencies in the tree, and whom it concerns. */
export interface PolicyItem {
  readonly id: number;
  readonly state: State;
  readonly publication: Publication;
  readonly intakeAgency: { readonly path: string };
  readonly handlingAgency: { readonly path: string };
  /** The partner that brought it, and speaks for its submitter. */
  readonly partnerId: number | null;
  /** The officer whose conduct it is about. */
  readonly concernsStaffId: number | null;
  /** When everything personal was erased: nothing is left to work on. */
  readonly erasedAt?: number | null;
  /** False where nobody stands above in this installation; then the agency's own supervisor decides in their place. */
  readonly supervisedAbove?: boolean;
  /** Agencies asked to co-ordinate; left out where they were not read, which shows less, never more. */
  readonly coordinations?: readonly {
    readonly answeredAt: number | null;
    readonly agency: { readonly path: string };
  }[];
}

/**
 * The states in which a role sees items of its subtree. What was redirected to complaint or denunciation is hidden
 * from ordinary handlers (a denouncer's identity is secret by law); administrators and oversight see no content.
 */
const SEES: Record<Role, readonly State[]> = {
  INTAKE_OFFICER: STATES,
  SUPERVISOR: STATES,
  HANDLER: STATES.filter((state) => state !== 'REDIRECTED'),
  APPROVER: STATES.filter((state) => state !== 'REDIRECTED'),
  PUBLISHER: ANSWERED,
  ADMIN: [],
  OVERSIGHT: [],
};

/** @returns the states in which this person may see items at all, somewhere. */
export function statesSeen(actor: StaffActor): ReadonlySet<State> {
  return new Set(actor.grants.flatMap(({ role }) => SEES[role]));
}

/** @returns whether the actor may read the item; nobody on the staff reads what is about the own conduct. */
export function canSee(actor: Actor, item: PolicyItem): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'citizen' || actor.kind === 'partner') return speaksFor(actor, item);
  if (actor.kind === 'anonymous' || isConcerned(actor, item)) return false;
  const places = [item.handlingAgency.path, item.intakeAgency.path, ...coordinatingPaths(item)];
  return actor.grants.some(
    ({ role, path }) =>
      SEES[role].includes(item.state) && places.some((agencyPath) => agencyPath.startsWith(path)),
  );
}

/** The citizen of the item, or the partner through which that citizen sent it. */
function speaksFor(actor: Actor, item: PolicyItem): boolean {
  if (actor.kind === 'citizen') return actor.feedbackId === item.id;
  return actor.kind === 'partner' && actor.partnerId === item.partnerId;
}

function isConcerned(actor: StaffActor, { concernsStaffId }: PolicyItem): boolean {
  return concernsStaffId !== null && concernsStaffId === actor.staffId;
}

function coordinatingPaths({ coordinations = [] }: PolicyItem): string[] {
  return coordinations.map(({ agency }) => agency.path);
}

/** @returns the place of the agency above; a root's own place, since nobody stands above it. */
export function superiorPath(path: string): string {
  return /^(\/.+\/)[^/]+\/$/.exec(path)?.[1] ?? path;
}

/** @returns the rows of the lifecycle that this actor may use on this item now; conditions are not yet asked. */
export function allowedTransitions(actor: Actor, item: PolicyItem): Transition[] {
  const isErased = (item.erasedAt ?? null) !== null;
  return transitionsFrom(item.state, item.publication).filter(
    // Of what was erased nothing is left to work on; what is public can still be taken back.
    (t) => (!isErased || t.action === 'unpublish') && t.who.some((who) => fits(who, actor, item)),
  );
}

/** The one question before every action. */
export function can(actor: Actor, action: string, item: PolicyItem): boolean {
  return allowedTransitions(actor, item).some((t) => t.action === action);
}

function fits(who: Who, actor: Actor, item: PolicyItem): boolean {
  if (who === 'citizen') return speaksFor(actor, item);
  if (who === 'system') return actor.kind === 'system';
  if (actor.kind !== 'staff' || isConcerned(actor, item)) return false;
  return PLACES[who.at](item).some((path) => covers(actor, who.role, path));
}

/** Where a role must reach; one of the places is enough. */
const PLACES: Record<Where, (item: PolicyItem) => string[]> = {
  intake: ({ intakeAgency }) => [intakeAgency.path],
  handling: ({ handlingAgency }) => [handlingAgency.path],
  superior: ({ handlingAgency: { path }, supervisedAbove }) => [
    supervisedAbove === false ? path : superiorPath(path),
  ],
  coordinating: coordinatingPaths,
};

/**
 * Narrows a query over items to those the actor may see: the same rule as `canSee`, for lists, searches and counts.
 * The query must have joined `handlingAgency` and `intakeAgency` under these names.
 * @param alias the item's alias in the query.
 */
export function whereVisible<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  actor: Actor,
): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'citizen') {
    query.andWhere(`${alias}.id = :visibleId`, { visibleId: actor.feedbackId });
    return;
  }
  if (actor.kind === 'partner') {
    query.andWhere(`${alias}.partnerId = :visiblePartner`, { visiblePartner: actor.partnerId });
    return;
  }
  const grants = actor.kind === 'staff' ? actor.grants.filter(({ role }) => SEES[role].length > 0) : [];
  if (grants.length === 0) {
    query.andWhere('1 = 0');
    return;
  }
  query.andWhere(
    new Brackets((either) => {
      for (const [i, grant] of grants.entries()) either.orWhere(oneGrant(alias, grant, i));
    }),
  );
  whereNotConcerned(query, alias, (actor as StaffActor).staffId);
}

/** Leaves out what is about this person's conduct, for whatever reads items by other rules than `whereVisible`. */
export function whereNotConcerned<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  staffId: number,
): void {
  query.andWhere(`(${alias}.concernsStaffId IS NULL OR ${alias}.concernsStaffId <> :concernedActor)`, {
    concernedActor: staffId,
  });
  query.andWhere(`NOT ${mergedIntoConcerned(alias)}`);
}

/** What was merged says the same as the item it went into, and names that item's code: it is hidden with it. */
function mergedIntoConcerned(alias: string): string {
  const master = `m.id = ${alias}.mergedIntoId AND m."concernsStaffId" = :concernedActor`;
  return `EXISTS (SELECT 1 FROM feedback m WHERE ${master})`;
}

function oneGrant(alias: string, { role, path }: StaffActor['grants'][number], index: number): Brackets {
  const [states, below] = [`seen${index}`, `below${index}`];
  return new Brackets((all) => {
    all
      .where(`${alias}.state IN (:...${states})`, { [states]: SEES[role] })
      .andWhere(
        `(handlingAgency.path LIKE :${below} OR intakeAgency.path LIKE :${below} OR ${asked(alias, below)})`,
        { [below]: `${path}%` },
      );
  });
}

/** Whether an agency below was asked to co-ordinate. */
function asked(alias: string, below: string): string {
  const joined = 'coordination c INNER JOIN agency a ON a.id = c."agencyId"';
  return `EXISTS (SELECT 1 FROM ${joined} WHERE c."feedbackId" = ${alias}.id AND a.path LIKE :${below})`;
}
