import { FigureHistory } from './figure-history.js';

interface Group {
  readonly count: number;
  readonly subjects: readonly [act: number, regulation: number, both: number];
}

/** The items of domain.md §4.3, one by one: each group is dealt over subjects, dues, ratings and publication in turn. */
const ANSWERED: Group = { count: 934, subjects: [460, 445, 29] };
const PENDING: Group = { count: 115, subjects: [52, 55, 8] };
const CARRIED_OVER = 62;
const EARLY = 300;
const ON_TIME = 580;
const PUBLISHED = 902;
const DISSATISFIED = 88;
const IN_TERM = 96;

/** A province's four months: 1.049 items, 934 answered in the period, the 115 others answered in the months after it. */
export function fixtureHistory(): FigureHistory {
  const history = new FigureHistory();
  for (let i = 0; i < ANSWERED.count; i++) answeredItem(history, i);
  for (let i = 0; i < PENDING.count; i++) pendingItem(history, i);
  return history;
}

function answeredItem(history: FigureHistory, i: number): void {
  const due = i < EARLY ? '2019-02-21' : i < EARLY + ON_TIME ? '2019-02-20' : '2019-02-19';
  const received = i < CARRIED_OVER ? '2018-12-28' : '2019-02-01';
  const item = history
    .item()
    .record('submit', received, { subject: subjectOf(ANSWERED, i), dueDay: due, plainDueDay: due });
  item
    .record('book', received, { toState: 'RECEIVED' })
    .record('start', received, { toState: 'IN_PROGRESS' })
    .record('draft', '2019-02-20', { toState: 'AWAITING_APPROVAL' })
    .record('approve', '2019-02-20', { toState: 'ANSWERED' });
  if (i < PUBLISHED) item.record('publish', '2019-03-01', { publication: 'PUBLISHED' });
  if (i < DISSATISFIED) item.record('rate', '2019-03-05', { toState: 'CLOSED', rating: 'DISSATISFIED' });
}

function pendingItem(history: FigureHistory, i: number): void {
  const due = i < IN_TERM ? '2019-05-01' : '2019-04-30';
  history
    .item()
    .record('submit', '2019-04-15', { subject: subjectOf(PENDING, i), dueDay: due, plainDueDay: due })
    .record('book', '2019-04-16', { toState: 'RECEIVED' })
    .record('start', '2019-04-17', { toState: 'IN_PROGRESS' })
    .record('draft', '2019-06-02', { toState: 'AWAITING_APPROVAL' })
    .record('approve', '2019-06-03', { toState: 'ANSWERED' });
}

function subjectOf({ subjects: [act, regulation] }: Group, i: number): string {
  if (i < act) return 'ADMIN_ACT';
  return i < act + regulation ? 'ADMIN_REGULATION' : 'BOTH';
}
