import type { StaffActor } from '../../accounts/staff-actor.js';
import { STATES } from '../../feedback/state.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';

/** Part of a WHERE, or of a CASE that counts; parameters carry names that no other part of the query uses. */
export interface Condition {
  readonly sql: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** What the conditions of a desk depend on: whose desk it is, and the day. */
export interface DeskContext {
  readonly actor: StaffActor;
  readonly today: CivilDay;
  /** Whose items are mine: my own, and those of whom I stand in for. */
  readonly mine: readonly number[];
  /** Answers given before this instant (epoch ms) should have been public before today. */
  readonly publicationLateBefore: number;
  /** The agencies where I work or hold a role. */
  readonly own: readonly number[];
}

/** @returns the agencies whose work is this person's own: where the person works, and where each role was given. */
export function ownAgencies(actor: StaffActor): number[] {
  return [...new Set([actor.agencyId, ...actor.grants.map(({ agencyId }) => agencyId)])];
}

/** @returns one condition that holds where all of them do. */
export function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: '1 = 1' };
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    params: Object.assign({}, ...conditions.map(({ params }) => params)) as Record<string, unknown>,
  };
}

/** @returns one condition that holds where any of them does; none where there are none. */
export function any(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? { sql: '1 = 0' } : { ...all(conditions), sql: joined(conditions) };
}

const joined = (conditions: readonly Condition[]): string =>
  conditions.map(({ sql }) => `(${sql})`).join(' OR ');

/** @returns the states as SQL: constants of the lifecycle, written out so that partial indexes apply. */
export function inStates(states: readonly string[]): Condition {
  if (states.length === 0) return { sql: '1 = 0' };
  if (states.length === STATES.length) return { sql: '1 = 1' };
  return { sql: `item.state IN (${states.map((state) => `'${state}'`).join(', ')})` };
}

/** Given to me by name, or to somebody for whom I stand in. */
export function isMine({ mine }: DeskContext): Condition {
  return { sql: 'item.assigneeId IN (:...mine)', params: { mine } };
}

/** Asked of an agency of mine, and not answered yet. */
export function isAsked({ own }: DeskContext): Condition {
  const asked = 'SELECT asked."feedbackId" FROM coordination asked';
  return {
    sql: `item.id IN (${asked} WHERE asked."answeredAt" IS NULL AND asked."agencyId" IN (:...own))`,
    params: { own },
  };
}

/** Sent to an agency of mine, or on its books. */
export function isOwn({ own }: DeskContext): Condition {
  return { sql: 'item.handlingAgencyId IN (:...own) OR item.intakeAgencyId IN (:...own)', params: { own } };
}
