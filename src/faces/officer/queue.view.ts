import type { WorkingCalendar } from '../../calendar/working-calendar.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { type CivilDay, dayOf } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { FormView } from '../../platform/web/form-view.js';
import { paths } from '../../platform/web/paths.js';
import { type DueView, dueView, type StepClockView, stepClockView } from './due.view.js';
import { queueTab, type QueueTab } from './queue-tab.js';
import type { Say } from './say.js';
import { SCOPES } from './queue.form.js';
import type { QueueTally } from './queue.query.js';

export const PAGE_SIZE = 50;

export interface QueueRow {
  readonly code: string;
  readonly href: string;
  readonly title: string;
  readonly state: string;
  readonly registerNumber: string | null;
  readonly agency: string;
  /** Where it was sent, when that is another agency. */
  readonly sentTo: string | null;
  readonly submitted: CivilDay;
  readonly answered: CivilDay | null;
  readonly due: DueView | null;
  readonly stepClock: StepClockView | null;
  readonly publication: Message | null;
}

/** What the address of a queue says. */
export interface QueueAddress {
  readonly tab: string;
  readonly q: string;
  readonly scope: string;
}

export function queueRow(item: Feedback, today: CivilDay, calendar: WorkingCalendar): QueueRow {
  const { handlingAgency, intakeAgency } = item;
  return {
    code: item.code,
    href: paths.officerItem.to({ code: item.code }),
    title: item.title,
    state: item.state,
    registerNumber: item.registerNumber,
    agency: handlingAgency.shortName,
    sentTo: handlingAgency.id === intakeAgency.id ? null : intakeAgency.shortName,
    submitted: dayOf(item.submittedAt),
    answered: item.answeredAt === null ? null : dayOf(item.answeredAt),
    due: dueView(item, today, calendar),
    stepClock: stepClockView(item, today),
    publication: item.publication === 'NONE' ? null : { key: `feedback.publication.${item.publication}` },
  };
}

/** @returns how many items a tab holds. */
export function countOf(tab: QueueTab, tally: readonly QueueTally[]): number {
  return tally
    .filter(({ state }) => tab.states.includes(state))
    .filter(({ publication }) => tab.publication === undefined || tab.publication === publication)
    .reduce((sum, row) => sum + row[tab.due ?? 'total'], 0);
}

export interface TabView {
  readonly href: string;
  readonly text: string;
  readonly count: number;
  readonly current: boolean;
}

/** @param offered the lists of this person, in order. */
export function queueTabs(
  address: QueueAddress,
  offered: readonly QueueTab[],
  tally: readonly QueueTally[],
  say: Say,
): TabView[] {
  return offered.map((tab) => ({
    href: paths.officerQueue.to({ ...address, tab: tab.name }),
    text: say({ key: `officer.tab.${tab.name}` }),
    count: countOf(tab, tally),
    current: tab.name === address.tab,
  }));
}

export interface PagerView {
  readonly previous: string | null;
  readonly next: string | null;
  readonly range: string;
}

/** @param page from 1. */
export function queuePager(address: QueueAddress, page: number, total: number, say: Say): PagerView {
  const to = (target: number): string => paths.officerQueue.to({ ...address, page: target });
  const from = (page - 1) * PAGE_SIZE + 1;
  const range = { from, to: Math.min(page * PAGE_SIZE, total), total };
  return {
    previous: page > 1 ? to(page - 1) : null,
    next: page * PAGE_SIZE < total ? to(page + 1) : null,
    range: say({ key: 'officer.queue.range', params: range }),
  };
}

export interface QueuePage {
  readonly title: string;
  readonly tabTitle: string;
  readonly tab: string;
  readonly tabs: readonly TabView[];
  readonly scopes: readonly { readonly value: string; readonly text: string }[];
  readonly total: number;
  /** The same list without the question. */
  readonly unsearched: string | null;
  /** What to say where nothing is found: about the question, or about the list. */
  readonly emptyText: string;
  readonly pager: PagerView;
  readonly answeredList: boolean;
  readonly form: FormView;
  readonly rows: readonly QueueRow[];
}

/** What a queue shows: lists, the question, rows. */
export interface QueueContent {
  readonly offered: readonly QueueTab[];
  readonly form: FormView;
  readonly rows: readonly QueueRow[];
}

/** @param page from 1. */
export function queuePage(
  address: QueueAddress,
  tally: readonly QueueTally[],
  page: number,
  { offered, ...shown }: QueueContent,
  say: Say,
): QueuePage {
  const tab = queueTab(address.tab);
  const total = countOf(tab, tally);
  const searched = address.q !== '';
  return {
    title: 'officer.queue.title',
    tabTitle: `officer.tab.${tab.name}`,
    tab: tab.name,
    tabs: queueTabs(address, offered, tally, say),
    scopes: SCOPES.map((value) => ({ value, text: say({ key: `officer.scope.${value}` }) })),
    total,
    unsearched: searched ? paths.officerQueue.to({ tab: tab.name, scope: address.scope }) : null,
    emptyText: `officer.empty.${searched ? 'search' : tab.name}`,
    pager: queuePager(address, page, total, say),
    answeredList: tab.order === 'answered',
    ...shown,
  };
}
