import { addDays, type CivilDay, dayOf, startOfDay } from '../../src/platform/kernel/civil-day.js';
import type { FigureEntry } from '../../src/figures/figure-entry.js';

/** What an entry may change of the item; the rest stays as it was. */
type Change = Partial<Omit<FigureEntry, 'id' | 'feedbackId' | 'seq' | 'recordedAt' | 'action'>>;

const BLANK = {
  toState: 'SUBMITTED',
  agencyId: 1,
  subject: 'ADMIN_ACT',
  fieldId: null as number | null,
  dueDay: '2100-01-01',
  plainDueDay: '2100-01-01',
  publication: 'NONE',
  rating: null as string | null,
};

/** Chains of entries as the journal would hold them, without a database. */
export class FigureHistory {
  readonly items: ItemHistory[] = [];
  private nextId = 1;

  item(): ItemHistory {
    const item = new ItemHistory(this.items.length + 1, () => this.nextId++);
    this.items.push(item);
    return item;
  }

  /** Every item's entries recorded before the instant, as the scan of the journal gives them. */
  chainsBefore(instant: number): FigureEntry[][] {
    const chains = this.items.map(({ chain }) => chain.filter((entry) => entry.recordedAt < instant));
    return chains.filter((chain) => chain.length > 0);
  }
}

export class ItemHistory {
  readonly chain: FigureEntry[] = [];

  constructor(
    private readonly feedbackId: number,
    private readonly nextId: () => number,
  ) {}

  get last(): FigureEntry | undefined {
    return this.chain.at(-1);
  }

  /** @param at epoch ms, or a day: noon of it in Vietnam. */
  record(action: string, at: number | CivilDay, change: Change = {}): this {
    const recordedAt = typeof at === 'number' ? at : startOfDay(at) + 12 * 3_600_000;
    const { last } = this;
    const seq = (last?.seq ?? 0) + 1;
    this.chain.push({
      ...BLANK,
      ...last,
      ...change,
      id: this.nextId(),
      feedbackId: this.feedbackId,
      seq,
      recordedAt,
      action,
    });
    return this;
  }
}

/** One decision of a random life: which of the possible actions, how long after the last, at what time of day, with what. */
export interface Step {
  readonly pick: number;
  readonly days: number;
  readonly hour: number;
  readonly value: number;
}

const SUBJECT_CODES = ['ADMIN_ACT', 'ADMIN_REGULATION', 'BOTH'];
const AGENCIES = 5;
const HOURS = [0, 1, 12 * 3_600_000, 86_400_000 - 1];

/** Plays one item's life from random decisions, now and then waiting for the due day; every action of the lifecycle that touches the figures occurs. */
export function play(item: ItemHistory, start: CivilDay, steps: readonly Step[]): void {
  let at = startOfDay(start);
  let day = start;
  for (const step of steps) {
    const due = item.last?.dueDay ?? day;
    day = step.value % 5 === 0 && due > day && due < addDays(day, 30) ? due : addDays(day, step.days);
    at = Math.max(at, startOfDay(day) + (HOURS[step.hour % HOURS.length] ?? 0));
    const options = item.last ? optionsFor(item.last, item, at, step.value) : [submission(at, step.value)];
    const option = options[step.pick % options.length];
    if (!option) return;
    item.record(option[0], at, option[1]);
  }
}

type Option = readonly [action: string, change: Change];

function submission(at: number, value: number): Option {
  const dueDay = addDays(dayOf(at), value % 8);
  const place = {
    agencyId: 1 + (value % AGENCIES),
    subject: SUBJECT_CODES[value % 3] ?? 'BOTH',
    fieldId: value % 4 || null,
  };
  return ['submit', { ...place, dueDay, plainDueDay: dueDay }];
}

function optionsFor(last: FigureEntry, item: ItemHistory, at: number, value: number): Option[] {
  const booked = item.chain.some(({ action }) => action === 'book');
  const agencyId = 1 + (value % AGENCIES);
  const end = (state: string): Change => ({ toState: state });
  const classification = { subject: SUBJECT_CODES[value % 3] ?? 'BOTH', fieldId: value % 4 || null };
  const days = (value % 3) - 1; // a changed calendar moves the day either way, or only its working-out
  const anyPending: Option[] = [
    ['recalculate', { dueDay: addDays(last.dueDay, days), plainDueDay: addDays(last.plainDueDay, days) }],
    ['reclassify', classification],
    ['reassign', { agencyId, ...(last.toState === 'NEEDS_INFO' ? {} : end('FORWARDED')) }],
  ];
  // Lives that end early hide what comes later: an end is offered now and then only.
  const ends: Option[] =
    value % 7 !== 0
      ? []
      : [
          ['merge', end('MERGED')],
          ['redirect', end('REDIRECTED')],
          ['withdraw', end('WITHDRAWN')],
        ];
  const extension: Option[] =
    dayOf(at) <= last.dueDay && last.dueDay === last.plainDueDay
      ? Array.from({ length: 4 }, () => ['extend', { dueDay: addDays(last.dueDay, 3) }] as const)
      : [];
  const before = previousState(item);
  const supplied: Change = {
    toState: before,
    ...(value % 2 ? { dueDay: addDays(last.dueDay, 3), plainDueDay: addDays(last.plainDueDay, 3) } : {}),
  };
  const publication: Option[] =
    last.publication === 'PUBLISHED'
      ? [['unpublish', { publication: 'UNPUBLISHED' }]]
      : [['publish', { publication: 'PUBLISHED' }]];
  const rating = ['SATISFIED', 'ACCEPTABLE', 'DISSATISFIED'][value % 3] ?? null;
  const reopened: Change = {
    toState: 'IN_PROGRESS',
    rating: null,
    publication: last.publication === 'PUBLISHED' ? 'UNPUBLISHED' : last.publication,
    dueDay: addDays(dayOf(at), value % 8),
    plainDueDay: addDays(dayOf(at), value % 8),
  };
  const answered: Option[] = [
    ['rate', { toState: 'CLOSED', rating }],
    ...publication,
    ['reopen', reopened],
    ['close', end('CLOSED')],
  ];
  const table: Record<string, Option[]> = {
    SUBMITTED: [
      ['book', end('RECEIVED')],
      ['book', end('RECEIVED')],
      ['book', end('RECEIVED')],
      ['book', end('RECEIVED')],
      ['refuse', end('REFUSED')],
      ['requestInfo', end('NEEDS_INFO')],
      ...ends,
    ],
    NEEDS_INFO: [
      ['supplement', supplied],
      ['supplement', supplied],
      ['expire', end('REFUSED')],
      ['withdraw', end('WITHDRAWN')],
      ...anyPending,
    ],
    RECEIVED: [
      ['start', end('IN_PROGRESS')],
      ['forward', { ...end('FORWARDED'), agencyId }],
      ['start', end('IN_PROGRESS')],
      ['start', end('IN_PROGRESS')],
      ...ends,
      ...extension,
      ...anyPending,
    ],
    FORWARDED: [
      ['accept', end('IN_PROGRESS')],
      ['accept', end('IN_PROGRESS')],
      ['return', { ...end('RECEIVED'), agencyId }],
      ...ends,
      ...anyPending,
    ],
    IN_PROGRESS: [
      ['draft', end('AWAITING_APPROVAL')],
      ['draft', end('AWAITING_APPROVAL')],
      ['draft', end('AWAITING_APPROVAL')],
      ['draft', end('AWAITING_APPROVAL')],
      ['requestInfo', end('NEEDS_INFO')],
      ...ends,
      ...extension,
      ...anyPending,
    ],
    AWAITING_APPROVAL: [
      ['approve', end('ANSWERED')],
      ['approve', end('ANSWERED')],
      ['approve', end('ANSWERED')],
      ['sendBack', end('IN_PROGRESS')],
      ...anyPending,
    ],
    ANSWERED: answered,
    CLOSED: answered.filter(([action]) => action !== 'close'),
  };
  return (table[last.toState] ?? []).filter(([action]) => booked || action !== 'draft');
}

function previousState(item: ItemHistory): string {
  return item.chain.findLast(({ toState }) => toState !== 'NEEDS_INFO')?.toState ?? 'SUBMITTED';
}
