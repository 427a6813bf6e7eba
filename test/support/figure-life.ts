import { addDays, type CivilDay, dayOf, startOfDay } from '../../src/platform/kernel/civil-day.js';
import type { FigureEntry } from '../../src/figures/figure-entry.js';
import type { Change, ItemHistory } from './figure-history.js';

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
  let at = Math.max(startOfDay(start), item.last?.recordedAt ?? 0);
  let day = start;
  for (const [index, step] of steps.entries()) {
    const due = item.last?.dueDay ?? day;
    day = step.value % 5 === 0 && due > day && due < addDays(day, 30) ? due : addDays(day, step.days);
    at = Math.max(at, startOfDay(day) + (HOURS[step.hour % HOURS.length] ?? 0));
    const options = item.last ? optionsFor(item.last, item, at, step.value) : [submission(at, step.value)];
    const option = options[step.pick % options.length];
    if (!option) return;
    const [action, change] = option;
    // A part lives on by every second of the decisions that are left.
    if (action === 'split')
      play(
        item.split(at, SUBJECT_CODES[step.value % 3] ?? 'BOTH'),
        dayOf(at),
        steps.slice(index + 1).filter((_, n) => n % 2 === 0),
      );
    else item.record(action, at, change);
    if (action === 'submit' && step.value % 13 === 0) item.record('book', at, { toState: 'RECEIVED' });
  }
}

type Option = readonly [action: string, change: Change];

/** What officers key in was received before: its due day may have passed when it is entered. */
function submission(at: number, value: number): Option {
  const dueDay = addDays(dayOf(at), (value % 8) - (value % 11 === 0 ? 7 : 0));
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
    ...rarely(value, 5, [
      'toSuperior',
      { agencyId, ...(last.toState === 'NEEDS_INFO' ? {} : end('FORWARDED')) },
    ]),
    ...rarely(value, 4, ['succeed', { agencyId }]),
    ...rarely(value, 3, [QUIET[value % QUIET.length] ?? 'remind', {}]),
  ];
  const parts = rarely(value, 2, ['split', {}]);
  const moved = addDays(last.dueDay, (value % 5) - 2);
  const recalculated = rarely(value, 4, ['recalculate', { dueDay: moved, plainDueDay: moved }]);
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
    ...rarely(value, 3, [value % 2 ? 'askReopen' : 'declineReopen', {}]),
  ];
  const table: Record<string, Option[]> = {
    SUBMITTED: [
      ['book', end('RECEIVED')],
      ['book', end('RECEIVED')],
      ['book', end('RECEIVED')],
      ['book', end('RECEIVED')],
      ['refuse', end('REFUSED')],
      ['requestInfo', end('NEEDS_INFO')],
      ...rarely(value, 3, ['succeed', { agencyId }]),
      ...ends,
      ...parts,
      ...recalculated,
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
      ...parts,
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
      ...parts,
      ...recalculated,
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

/** Steps that change nothing which the figures read. */
const QUIET = [
  'assign',
  'remind',
  'askExtension',
  'declineExtension',
  'concern',
  'consult',
  'contribute',
  'apologise',
  'escalate',
] as const;

/** Offered for one value in so many. */
function rarely(value: number, every: number, option: Option): Option[] {
  return value % every === 0 ? [option] : [];
}

function previousState(item: ItemHistory): string {
  return item.chain.findLast(({ toState }) => toState !== 'NEEDS_INFO')?.toState ?? 'SUBMITTED';
}
