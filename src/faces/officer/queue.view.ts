import type { Message } from '../../platform/kernel/errors.js';
import { formatCount } from '../../platform/kernel/ratio.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import { paths } from '../../platform/web/paths.js';
import { addressOf, bare, type QueueAddress, queryOf } from './queue-address.js';
import { type Chip, chipsOf } from './queue-chips.view.js';
import type { DeskContext } from './queue-condition.js';
import type { FilterChoices } from './queue-filter-form.service.js';
import { FILTERS } from './queue.form.js';
import type { CountedFilter, CountedTab } from './queue-lists.service.js';
import { type BulkStep, bulkSteps, filterOptions, type Option } from './queue-options.view.js';
import { orderOf, placeOf } from './queue-order.js';
import type { ReadQueue } from './queue-reader.service.js';
import type { QueueRow } from './queue-row.view.js';
import type { QueueSlice } from './queue.query.js';
import type { Tally } from './queue-tally.query.js';
import type { Say } from './say.js';

/** Everything that a page of the queue shows. */
export interface QueueShown {
  readonly desk: DeskContext;
  readonly read: ReadQueue;
  readonly slice: QueueSlice;
  readonly rows: readonly QueueRow[];
  readonly tabs: readonly CountedTab[];
  readonly saved: readonly CountedFilter[];
  /** Overdue and not booked yet. */
  readonly unbooked: number;
  readonly choices: FilterChoices;
}

export interface TabView {
  readonly href: string;
  readonly text: string;
  /** In words, since counting stops somewhere; empty where nobody counts. */
  readonly count: string;
  readonly none: boolean;
  readonly current: boolean;
}

const GROUPS = ['today', 'steps', 'archive'] as const;

export interface QueuePage {
  readonly title: string;
  readonly tabTitle: string;
  readonly groups: readonly { readonly label: string; readonly name: string; readonly tabs: TabView[] }[];
  readonly saved: readonly TabView[];
  /** What today is about, in one line. */
  readonly morning: readonly Message[];
  readonly note: Message | null;
  readonly total: string;
  readonly chips: readonly Chip[];
  readonly bare: string;
  /** The tab that a new question is asked of; empty where words look everywhere. */
  readonly asked: string;
  readonly query: string;
  readonly filterOpen: boolean;
  readonly form: FormView;
  readonly options: Readonly<Record<string, readonly Option[]>>;
  readonly agency: FilterChoices['agency'];
  readonly procedure: FilterChoices['procedure'];
  readonly sources: { readonly agency: string; readonly procedure: string };
  readonly empty: { readonly text: string; readonly href: string | null; readonly action: string };
  readonly previous: string | null;
  readonly next: string | null;
  readonly range: string;
  readonly rows: readonly QueueRow[];
  readonly bulk: readonly BulkStep[];
  readonly tools: { readonly handover: boolean };
}

export function queuePage(shown: QueueShown, say: Say): QueuePage {
  const { read, rows, choices } = shown;
  const { question, form, errors } = read;
  const address = addressOf(read);
  const { tab } = question;
  const chips = chipsOf(address, form, namesOf(shown), say);
  const counted = shown.tabs.find((one) => one.tab === tab)?.tally ?? { count: rows.length, more: false };
  const searching = choices.agency.searched || choices.procedure.searched;
  const typed = Object.assign({}, form, { scope: question.scope, sort: question.sort });
  return {
    title: 'officer.queue.title',
    tabTitle: `desk.tab.${tab.name}`,
    groups: GROUPS.map((name) => ({
      name,
      label: `desk.group.${name}`,
      tabs: shown.tabs
        .filter((one) => one.tab.group === name)
        .map((one) => tabView(one, shown, address, say)),
    })).filter(({ tabs }) => tabs.length > 0),
    saved: shown.saved.map((one) => savedView(one, address)),
    morning: morningOf(shown),
    note: noteOf(shown),
    total: countWords(counted),
    chips,
    bare: paths.officerQueue.to(bare(address)),
    asked: tab.name === 'todo' ? '' : tab.name,
    query: queryOf(address),
    filterOpen:
      searching || Object.keys(errors).some((name) => (FILTERS as readonly string[]).includes(name)),
    form: formView(typed, errors),
    options: filterOptions(read, choices, say),
    agency: choices.agency,
    procedure: choices.procedure,
    sources: { agency: paths.officerAgencies.to(), procedure: paths.procedureSearch.to() },
    empty: emptyOf(shown, address, chips.length > 0),
    ...edgesOf(shown, address, counted, say),
    rows: rows.map((row) => ({ ...row, href: itemHref(row.code, address, form) })),
    bulk: rows.length > 0 ? bulkSteps(shown.desk.actor.roles, tab) : [],
    tools: { handover: shown.desk.actor.roles.some((role) => role === 'APPROVER' || role === 'SUPERVISOR') },
  };
}

/** The way back from the item leads to this very list. */
function itemHref(
  code: string,
  address: QueueAddress,
  { after, before }: QueueShown['read']['form'],
): string {
  return paths.officerItem.to({ code, tu: paths.officerQueue.to({ ...address, after, before }) });
}

function tabView({ tab, tally }: CountedTab, { read }: QueueShown, address: QueueAddress, say: Say): TabView {
  return {
    href: paths.officerQueue.to({ ...address, tab: tab.name, sort: null }),
    text: say({ key: `desk.tab.${tab.name}` }),
    count: tally ? countWords(tally) : '',
    none: tally?.count === 0,
    current: tab === read.question.tab,
  };
}

function savedView({ filter, tally }: CountedFilter, address: QueueAddress): TabView {
  return {
    href: `${paths.officerQueue.to()}?${filter.query}`,
    text: filter.name,
    count: countWords(tally),
    none: tally.count === 0,
    current: queryOf(address) === filter.query,
  };
}

/** “1.000+” where counting stopped. */
function countWords({ count, more }: Tally): string {
  return `${formatCount(count)}${more ? '+' : ''}`;
}

/** The numbers that a day begins with, as far as they are not nothing. */
function morningOf({ tabs }: QueueShown): Message[] {
  return tabs.flatMap(({ tab, tally }) =>
    tab.group === 'today' && tab.name !== 'todo' && tally && tally.count > 0
      ? [{ key: `desk.morning.${tab.name}`, params: { count: countWords(tally) } }]
      : [],
  );
}

/** The figures' column 16 counts what is booked: whoever compares the two must be told. */
function noteOf({ read, unbooked }: QueueShown): Message | null {
  const isOverdue = read.question.tab.name === 'overdue' && unbooked > 0;
  return isOverdue ? { key: 'desk.unbooked', params: { count: unbooked } } : null;
}

function namesOf({ choices, read }: QueueShown): Parameters<typeof chipsOf>[2] {
  const { form } = read;
  return {
    agency: choices.agency.chosen?.text ?? null,
    procedure: choices.procedure.chosen?.text ?? null,
    field: choices.fields.find(({ id }) => id === form.field)?.name ?? null,
    assignee: choices.people.find(({ id }) => String(id) === form.assignee)?.name ?? null,
  };
}

function emptyOf({ read }: QueueShown, address: QueueAddress, filtered: boolean): QueuePage['empty'] {
  const { tab } = read.question;
  const wider = { q: address.q ?? null, tab: 'all', scope: 'all' };
  if (filtered && (tab.name !== 'all' || address.scope !== 'all') && address.q)
    return {
      text: 'desk.empty.search',
      href: paths.officerQueue.to(wider),
      action: 'desk.filter.everywhere',
    };
  if (filtered)
    return {
      text: 'desk.empty.filtered',
      href: paths.officerQueue.to(bare(address)),
      action: 'desk.filter.clear',
    };
  return { text: `desk.empty.${tab.name}`, href: null, action: 'desk.filter.clear' };
}

function edgesOf(
  { slice, read }: QueueShown,
  address: QueueAddress,
  counted: Tally,
  say: Say,
): Pick<QueuePage, 'previous' | 'next' | 'range'> {
  const order = orderOf(read.question.sort);
  const [first, last] = [slice.items[0], slice.items.at(-1)];
  const params = { shown: slice.items.length, total: countWords(counted) };
  return {
    previous:
      slice.hasPrevious && first
        ? paths.officerQueue.to({ ...address, before: placeOf(first, order) })
        : null,
    next: slice.hasNext && last ? paths.officerQueue.to({ ...address, after: placeOf(last, order) }) : null,
    range: say({ key: 'desk.range', params }),
  };
}
