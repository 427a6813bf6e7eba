import type { ColumnNumber } from './column.js';
import type { Report } from './report.js';
import { cutOf } from './row-scopes.js';
import type { RatioNumber } from './ratios.js';

/** Columns that are read together: one table each, narrow enough for a page and a phone. */
export interface ColumnGroup {
  readonly key: string;
  readonly columns: readonly ColumnNumber[];
  readonly ratios: readonly RatioNumber[];
}

/** Every column stands in exactly one group. */
export const COLUMN_GROUPS: readonly ColumnGroup[] = [
  { key: 'books', columns: ['5', '6a', '6b', '6c', '6d', '18', '1'], ratios: ['22', '23'] },
  {
    key: 'handled',
    columns: ['7', '11', '12', '12a', '13', '17', '17b', '24a', '24b'],
    ratios: ['23b', '24', '13/7', '17/7'],
  },
  { key: 'pending', columns: ['14', '15', '16'], ratios: [] },
  { key: 'subject', columns: ['2', '3', '4', '8', '9', '10'], ratios: [] },
  { key: 'left', columns: ['18a', '18b', '18c', '18d', '18e', '18g'], ratios: [] },
  { key: 'intake', columns: ['21', '21a', '21b', '21c', '21d', '21e', '19', '20'], ratios: [] },
];

/** 6d and 18g exist in tables by field or subject alone. */
const OF_CUT_TABLES: readonly ColumnNumber[] = ['6d', '18g'];
/** Rare: shown where there is something to tell. */
const WHERE_ANY: readonly ColumnNumber[] = ['21d', '21e'];

/** @returns the groups with the columns that this report's tables have. */
export function groupsFor({ by, total, rows }: Pick<Report, 'by' | 'total' | 'rows'>): ColumnGroup[] {
  const isShown = (number: ColumnNumber): boolean => {
    if (OF_CUT_TABLES.includes(number)) return cutOf(by) !== 'none';
    return !WHERE_ANY.includes(number) || [total, ...rows].some(({ counts }) => counts[number] !== 0);
  };
  return COLUMN_GROUPS.map((group) => ({ ...group, columns: group.columns.filter(isShown) }));
}
