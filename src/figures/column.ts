import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Hit } from './hit.js';
import type { ItemBooks } from './item-books.js';

/** The numbers of domain.md §4.1; letters below them are their lines. Also used in addresses: `?column=18a`. */
export const COLUMN_NUMBERS = [
  '1', '2', '3', '4', '5', '6a', '6b', '6c', '6d', '7', '8', '9', '10', '11', '12', '12a', '13', '14', '15', '16', '17',
  '17b', '18', '18a', '18b', '18c', '18d', '18e', '18g', '19', '20', '21', '21a', '21b', '21c', '21d', '21e', '24a', '24b',
] as const; // prettier-ignore
export type ColumnNumber = (typeof COLUMN_NUMBERS)[number];

export function isColumnNumber(text: string): text is ColumnNumber {
  return (COLUMN_NUMBERS as readonly string[]).includes(text);
}

/**
 * - `items`: a set of items; each stands in its list once;
 * - `entries`: a list of entries; an item may stand in it twice;
 * - `net`: entries that add and entries that take away; the only kind that may be below zero.
 */
export type ColumnKind = 'items' | 'entries' | 'net';

/** A column that is counted: one predicate gives the number, the list behind it and every export. */
export interface CountedColumn {
  readonly number: ColumnNumber;
  readonly kind: ColumnKind;
  hits(books: ItemBooks, dayOfT: CivilDay): readonly Hit[];
}

/** A column made of others: the number is their signed sum, the list that of the columns in `list`. */
export interface SumColumn {
  readonly number: ColumnNumber;
  readonly kind: 'items' | 'entries';
  readonly plus: readonly ColumnNumber[];
  readonly minus: readonly ColumnNumber[];
  readonly list: readonly ColumnNumber[];
}
