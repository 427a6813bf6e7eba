import type { Role } from '../../accounts/role.js';
import { LIFECYCLE } from '../../feedback/lifecycle.js';
import { ANSWERED, OPEN, type State, STATES } from '../../feedback/state.js';
import { OWED_LATE, TO_PROPOSE } from '../../publication/publication-owed.js';
import { all, any, type Condition, type DeskContext, inStates, isAsked, isMine } from './queue-condition.js';

/** One list of the desk. */
export interface QueueTab {
  readonly name: string;
  /** Where it stands beside the rows: the morning's work, the steps on the way, everything else. */
  readonly group: 'today' | 'steps' | 'archive';
  readonly states: readonly State[];
  /** Whose work it is. */
  readonly roles: readonly Role[];
  readonly where?: (desk: DeskContext) => Condition;
  /** Also what belongs to other agencies: it is this person's by name, or was asked of the own agency. */
  readonly anywhere?: boolean;
  /** What comes first unless the person asks otherwise. */
  readonly order: 'due' | 'answered' | '-answered' | '-received';
}

const DESK: readonly Role[] = ['INTAKE_OFFICER', 'HANDLER', 'APPROVER', 'SUPERVISOR'];
const WORKING: readonly Role[] = ['INTAKE_OFFICER', 'HANDLER', 'APPROVER'];
const CLERKS: readonly Role[] = ['INTAKE_OFFICER', 'HANDLER'];

const is = (sql: string) => (): Condition => ({ sql });
const byDay =
  (comparison: '=' | '<') =>
  ({ today }: DeskContext): Condition => ({
    sql: `item.overdueAfter ${comparison} :today`,
    params: { today },
  });
/** At my agencies: who gets what was sent on is for the agency it was sent to; supervisors look at all. */
function isNobodys({ actor, own }: DeskContext): Condition {
  const nobody: Condition = { sql: 'item.assigneeId IS NULL' };
  if (actor.roles.includes('SUPERVISOR')) return nobody;
  return all([nobody, { sql: 'item.handlingAgencyId IN (:...own)', params: { own } }]);
}

function isPublicationLate({ publicationLateBefore: lateBefore }: DeskContext): Condition {
  return { sql: OWED_LATE, params: { lateBefore } };
}

/** The states in which a role has the next word: where the lifecycle calls a step of its own primary. */
function turnOf(roles: readonly Role[]): State[] {
  const turns = LIFECYCLE.filter(
    ({ weight, to, who }) =>
      weight === 'primary' &&
      to !== 'SAME' &&
      who.some((one) => typeof one === 'object' && roles.includes(one.role)),
  );
  return OPEN.filter((state) => turns.some(({ from }) => from.includes(state)));
}

/** Whatever waits for a step of this person: mine by name, nobody's at my agencies, the head's, asked of my agency. */
function isToDo(desk: DeskContext): Condition {
  const { roles } = desk.actor;
  const here: Condition = { sql: 'item.handlingAgencyId IN (:...own)', params: { own: desk.own } };
  const nobodys = all([{ sql: 'item.assigneeId IS NULL' }, here]);
  const turns = [
    all([inStates(turnOf(roles.filter((role) => role !== 'APPROVER'))), any([isMine(desk), nobodys])]),
  ];
  const decided: Condition = {
    sql: `item.state = 'AWAITING_APPROVAL' OR item.extensionAskedById IS NOT NULL`,
  };
  if (roles.includes('APPROVER')) turns.push(all([decided, here]));
  if (roles.some((role) => CLERKS.includes(role))) turns.push(isAsked(desk));
  return any(turns);
}

const step = (name: string, state: State, roles: readonly Role[]): QueueTab => ({
  name,
  group: 'steps',
  states: [state],
  roles,
  order: 'due',
});
const morning = (name: string, roles: readonly Role[], where: QueueTab['where'], more = {}): QueueTab => ({
  name,
  group: 'today',
  states: OPEN,
  roles,
  ...(where ? { where } : {}),
  order: 'due',
  ...more,
});

/** In the order of a working day: what must be done, why, then the steps an item goes through. */
export const QUEUE_TABS: readonly QueueTab[] = [
  morning('todo', WORKING, isToDo, { anywhere: true }),
  morning('overdue', DESK, byDay('<')),
  morning('today', DESK, byDay('=')),
  morning('mine', WORKING, isMine, { anywhere: true }),
  morning('unassigned', DESK, isNobodys),
  morning('submitted', ['INTAKE_OFFICER', 'SUPERVISOR'], undefined, { states: ['SUBMITTED'] }),
  morning('returned', ['INTAKE_OFFICER', 'SUPERVISOR'], is('item.hops > 0'), { states: ['RECEIVED'] }),
  morning('approval', ['HANDLER', 'APPROVER', 'SUPERVISOR'], undefined, { states: ['AWAITING_APPROVAL'] }),
  morning('extension', ['APPROVER'], is('item.extensionAskedById IS NOT NULL')),
  morning('coordination', CLERKS, isAsked, { anywhere: true }),
  morning('reopening', ['SUPERVISOR'], is('item.reopenAsked'), { states: ANSWERED, order: '-answered' }),
  morning('publication', ['PUBLISHER'], is(`item.publication = 'PENDING_REVIEW'`), {
    states: ANSWERED,
    order: '-answered',
  }),
  morning('toPropose', ['HANDLER', 'PUBLISHER'], is(TO_PROPOSE), { states: ANSWERED, order: 'answered' }),
  morning('publicationLate', ['HANDLER', 'PUBLISHER', 'SUPERVISOR'], isPublicationLate, {
    states: ANSWERED,
    order: 'answered',
  }),
  { name: 'open', group: 'steps', states: OPEN, roles: DESK, order: 'due' },
  step('received', 'RECEIVED', DESK),
  step('forwarded', 'FORWARDED', DESK),
  step('inProgress', 'IN_PROGRESS', DESK),
  step('needsInfo', 'NEEDS_INFO', DESK),
  {
    name: 'answered',
    group: 'archive',
    states: ANSWERED,
    roles: [...DESK, 'PUBLISHER'],
    order: '-answered',
  },
  {
    name: 'ended',
    group: 'archive',
    states: ['REFUSED', 'REDIRECTED', 'MERGED', 'WITHDRAWN'],
    roles: DESK,
    order: '-received',
  },
  { name: 'all', group: 'archive', states: STATES, roles: [...DESK, 'PUBLISHER'], order: '-received' },
];

export const QUEUE_TAB_NAMES = QUEUE_TABS.map(({ name }) => name);

/** @returns the lists that concern somebody with these roles; all, for whoever has none of the desk's. */
export function tabsFor(roles: readonly Role[]): readonly QueueTab[] {
  const offered = QUEUE_TABS.filter((tab) => tab.roles.some((role) => roles.includes(role)));
  return offered.length > 0 ? offered : QUEUE_TABS.filter(({ group }) => group !== 'today');
}

/** @returns the tab of that name, the first one for a name that is none of these. */
export function queueTab(name: string, tabs = QUEUE_TABS): QueueTab {
  return tabs.find((tab) => tab.name === name) ?? (tabs[0] as QueueTab);
}

/** @returns whether its items are all open: the many that have ended need not be looked at. */
export function isOfOpen({ states }: QueueTab): boolean {
  return states.every((state) => OPEN.includes(state));
}

/** @returns whether what counts in this list is when the answer was given. */
export function isByAnswer({ order }: QueueTab): boolean {
  return order.endsWith('answered');
}
