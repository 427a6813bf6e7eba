import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Role } from '../accounts/role.js';
import { covers, type StaffActor } from '../accounts/staff-actor.js';
import type { Actor } from './actor.js';
import { transitionsFrom } from './lifecycle.js';
import type { Transition, Who } from './transition.js';
import { ANSWERED, type Publication, type State, STATES } from './state.js';

/** What policy must know of an item: where it stands, and the places of its two agencies in the tree. */
export interface PolicyItem {
  readonly id: number;
  readonly state: State;
  readonly publication: Publication;
  readonly intakeAgency: { readonly path: string };
  readonly handlingAgency: { readonly path: string };
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

/** @returns whether the actor may read the item. */
export function canSee(actor: Actor, item: PolicyItem): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'citizen') return actor.feedbackId === item.id;
  if (actor.kind === 'anonymous') return false;
  return actor.grants.some(
    ({ role, path }) =>
      SEES[role].includes(item.state) &&
      (item.handlingAgency.path.startsWith(path) || item.intakeAgency.path.startsWith(path)),
  );
}

/** @returns the rows of the lifecycle that this actor may use on this item now; conditions are not yet asked. */
export function allowedTransitions(actor: Actor, item: PolicyItem): Transition[] {
  return transitionsFrom(item.state, item.publication).filter((t) =>
    t.who.some((who) => fits(who, actor, item)),
  );
}

/** The one question before every action. */
export function can(actor: Actor, action: string, item: PolicyItem): boolean {
  return allowedTransitions(actor, item).some((t) => t.action === action);
}

function fits(who: Who, actor: Actor, item: PolicyItem): boolean {
  if (who === 'citizen') return actor.kind === 'citizen' && actor.feedbackId === item.id;
  if (who === 'system') return actor.kind === 'system';
  const agency = who.at === 'intake' ? item.intakeAgency : item.handlingAgency;
  return actor.kind === 'staff' && covers(actor, who.role, agency.path);
}

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
}

function oneGrant(alias: string, { role, path }: StaffActor['grants'][number], index: number): Brackets {
  const [states, below] = [`seen${index}`, `below${index}`];
  return new Brackets((all) => {
    all
      .where(`${alias}.state IN (:...${states})`, { [states]: SEES[role] })
      .andWhere(`(handlingAgency.path LIKE :${below} OR intakeAgency.path LIKE :${below})`, {
        [below]: `${path}%`,
      });
  });
}
