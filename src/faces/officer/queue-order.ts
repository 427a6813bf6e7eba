import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Condition } from './queue-condition.js';

/** Everything a queue can be ordered by. A minus turns it round. */
export const SORTS = [
  'due',
  '-due',
  '-received',
  'received',
  '-changed',
  'changed',
  '-priority',
  'priority',
  '-answered',
  'answered',
] as const;
export type Sort = (typeof SORTS)[number];
type SortName = 'due' | 'received' | 'changed' | 'priority' | 'answered';

type SortedColumn = 'dueDay' | 'submittedAt' | 'changedAt' | 'urgency' | 'answeredAt' | 'id';

/** One column of an order, and how a place in the list says it. */
export interface OrderColumn {
  readonly column: SortedColumn;
  readonly direction: 'ASC' | 'DESC';
}

/** Where one item stands in an order: the values of the order's columns, the id last, so that no two are alike. */
export type Place = readonly (string | number)[];

const NUMBERS: readonly SortedColumn[] = ['submittedAt', 'changedAt', 'answeredAt', 'id'];
/** Urgent ones first when it falls: URGENT, ON_SITE, NORMAL. Within one urgency the nearest due day stays in front. */
const COLUMNS: Readonly<Record<SortName, readonly SortedColumn[]>> = {
  due: ['dueDay', 'id'],
  received: ['submittedAt', 'id'],
  changed: ['changedAt', 'id'],
  priority: ['urgency', 'dueDay', 'id'],
  answered: ['answeredAt', 'id'],
};

/** @returns the columns of an order, the id last. */
export function orderOf(sort: Sort): OrderColumn[] {
  const falls = sort.startsWith('-');
  const name = sort.replace('-', '') as SortName;
  return COLUMNS[name].map((column, i) => ({
    column,
    direction: falls && (name !== 'priority' || i === 0) ? 'DESC' : 'ASC',
  }));
}

/** @returns the same order from its other end. */
export function turned(order: readonly OrderColumn[]): OrderColumn[] {
  return order.map(({ column, direction }) => ({ column, direction: direction === 'ASC' ? 'DESC' : 'ASC' }));
}

/** @returns the item's place as the address of a page carries it. */
export function placeOf(item: Pick<Feedback, SortedColumn>, order: readonly OrderColumn[]): string {
  return order.map(({ column }) => String(item[column] ?? 0)).join('~');
}

/** @returns the place that an address names; null for what is none of this order. */
export function readPlace(text: string, order: readonly OrderColumn[]): Place | null {
  const parts = text.split('~');
  if (parts.length !== order.length) return null;
  const values = order.map(({ column }, i) => valueOf(column, parts[i] ?? ''));
  return values.every((value) => value !== null) ? values : null;
}

function valueOf(column: SortedColumn, text: string): string | number | null {
  if (NUMBERS.includes(column)) return /^\d{1,15}$/.test(text) ? Number(text) : null;
  return /^[\w-]{1,24}$/.test(text) ? text : null;
}

/**
 * Everything behind a place: `(a, b, id)` after `(x, y, z)`, each column in its own direction. The bound on the first
 * column stands in front, for the index; the rest decides among its equals.
 */
export function behind(place: Place, order: readonly OrderColumn[]): Condition {
  const params = Object.fromEntries(place.map((value, i) => [`place${i}`, value]));
  const beyond = ({ column, direction }: OrderColumn, i: number, orEqual = ''): string =>
    `item.${column} ${direction === 'ASC' ? '>' : '<'}${orEqual} :place${i}`;
  const cases = order.map((one, i) =>
    [...order.slice(0, i).map(({ column }, n) => `item.${column} = :place${n}`), beyond(one, i)].join(
      ' AND ',
    ),
  );
  const [first] = order;
  if (!first) throw new Error('an order without columns');
  return { sql: `${beyond(first, 0, '=')} AND (${cases.map((one) => `(${one})`).join(' OR ')})`, params };
}

/** Everything: a bound below all that is, so that SQLite walks the order's index on the first page as on the others. */
export function fromTheTop(order: readonly OrderColumn[]): Condition {
  const [first] = order;
  if (!first) throw new Error('an order without columns');
  const lowest = NUMBERS.includes(first.column) ? 0 : '';
  return { sql: `item.${first.column} >= :lowest`, params: { lowest } };
}
