import { ANSWERED, OPEN, type Publication, type State } from '../../feedback/state.js';

/** One list of the desk. */
export interface QueueTab {
  readonly name: string;
  readonly states: readonly State[];
  /** Only what is due today, or is overdue: as the figures count it (columns 15 and 16), booked or not. */
  readonly due?: 'today' | 'past';
  readonly publication?: Publication;
  /** What comes first: the earliest promised date, or the latest answer. */
  readonly order: 'due' | 'answered';
}

const step = (name: string, state: State): QueueTab => ({ name, states: [state], order: 'due' });

/** In the order of a working day: what is urgent, then the steps an item goes through. */
export const QUEUE_TABS: readonly QueueTab[] = [
  { name: 'open', states: OPEN, order: 'due' },
  { name: 'overdue', states: OPEN, due: 'past', order: 'due' },
  { name: 'today', states: OPEN, due: 'today', order: 'due' },
  step('submitted', 'SUBMITTED'),
  step('received', 'RECEIVED'),
  step('forwarded', 'FORWARDED'),
  step('inProgress', 'IN_PROGRESS'),
  step('approval', 'AWAITING_APPROVAL'),
  step('needsInfo', 'NEEDS_INFO'),
  { name: 'publication', states: ANSWERED, publication: 'PENDING_REVIEW', order: 'answered' },
  { name: 'answered', states: ANSWERED, order: 'answered' },
  { name: 'ended', states: ['REFUSED', 'REDIRECTED', 'MERGED', 'WITHDRAWN'], order: 'due' },
];

export const QUEUE_TAB_NAMES = QUEUE_TABS.map(({ name }) => name);

/** @returns the lists that can hold anything for somebody who sees items in these states; all, for whoever sees none. */
export function tabsFor(seen: ReadonlySet<State>): readonly QueueTab[] {
  const offered = QUEUE_TABS.filter(({ states }) => states.some((state) => seen.has(state)));
  return offered.length > 0 ? offered : QUEUE_TABS;
}

/** @returns the tab of that name, the first one for a name that is none of these. */
export function queueTab(name: string, tabs = QUEUE_TABS): QueueTab {
  return tabs.find((tab) => tab.name === name) ?? (tabs[0] as QueueTab);
}
