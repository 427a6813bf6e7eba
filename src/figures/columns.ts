import { COLUMN_NUMBERS, type ColumnNumber, type CountedColumn, type SumColumn } from './column.js';
import { ENTRY_COLUMNS } from './entry-columns.js';
import { ITEM_COLUMNS } from './item-columns.js';

/** Raised whenever a definition below changes, and printed with every figure. */
export const DEFINITION_VERSION = '1.0';

export const COUNTED_COLUMNS: readonly CountedColumn[] = [...ITEM_COLUMNS, ...ENTRY_COLUMNS];

const LEFT: readonly ColumnNumber[] = ['18a', '18b', '18c', '18d', '18e', '18g'];

export const SUM_COLUMNS: readonly SumColumn[] = [
  { number: '18', kind: 'entries', plus: LEFT, minus: [], list: LEFT },
  { number: '1', kind: 'items', plus: ['5', '6a', '6b', '6c', '6d'], minus: LEFT, list: ['7', '14'] },
];

/** Every column's number, for one cell or one row. */
export type Counts = Readonly<Record<ColumnNumber, number>>;

/** Adds what is computed from other columns to what was counted. */
export function withSums(counted: ReadonlyMap<ColumnNumber, number>): Counts {
  const of = (number: ColumnNumber): number => counted.get(number) ?? 0;
  const counts = Object.fromEntries(COLUMN_NUMBERS.map((number) => [number, of(number)])) as Record<
    ColumnNumber,
    number
  >;
  const total = (numbers: readonly ColumnNumber[]): number =>
    numbers.reduce((sum, number) => sum + of(number), 0);
  for (const { number, plus, minus } of SUM_COLUMNS) counts[number] = total(plus) - total(minus);
  return counts;
}

/** @returns the columns whose hits make up this column's list: itself, or its parts. */
export function listedColumns(number: ColumnNumber): CountedColumn[] {
  const numbers = SUM_COLUMNS.find((sum) => sum.number === number)?.list ?? [number];
  return COUNTED_COLUMNS.filter((column) => numbers.includes(column.number));
}

/** @returns what the column counts: items, entries, or entries for and against. */
export function kindOf(number: ColumnNumber): 'items' | 'entries' | 'net' {
  return [...SUM_COLUMNS, ...COUNTED_COLUMNS].find((column) => column.number === number)?.kind ?? 'items';
}
