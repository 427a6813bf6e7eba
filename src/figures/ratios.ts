import { ratio, type Ratio } from '../platform/kernel/ratio.js';
import type { ColumnNumber } from './column.js';
import type { Counts } from './columns.js';

export const RATIO_NUMBERS = ['22', '23', '23b', '24', '13/7', '17/7'] as const;
export type RatioNumber = (typeof RATIO_NUMBERS)[number];

/** A published ratio is a signed sum of columns over one column: both are shown beside it. */
export interface RatioDefinition {
  readonly number: RatioNumber;
  readonly plus: readonly ColumnNumber[];
  readonly minus: readonly ColumnNumber[];
  readonly over: ColumnNumber;
}

/** 22 handled · 23 and 24 by QĐ 766/QĐ-TTg · 23b in time of those handled · late and published of those handled. */
export const RATIOS: readonly RatioDefinition[] = [
  { number: '22', plus: ['7'], minus: [], over: '1' },
  { number: '23', plus: ['11', '12'], minus: [], over: '1' },
  { number: '23b', plus: ['11', '12'], minus: [], over: '7' },
  { number: '24', plus: ['7'], minus: ['24a'], over: '7' },
  { number: '13/7', plus: ['13'], minus: [], over: '7' },
  { number: '17/7', plus: ['17'], minus: [], over: '7' },
];

/** How ratios are cut to two decimals; printed with every published ratio. */
export const ROUNDING = 'truncate';

export type Ratios = Readonly<Record<RatioNumber, Ratio>>;

/** @returns every ratio of a row, truncated to hundredths of a percent; null hundredths where there is nothing to divide by. */
export function ratiosOf(counts: Counts): Ratios {
  const sum = (numbers: readonly ColumnNumber[]): number =>
    numbers.reduce((total, number) => total + counts[number], 0);
  return Object.fromEntries(
    RATIOS.map(({ number, plus, minus, over }) => [number, ratio(sum(plus) - sum(minus), counts[over])]),
  ) as Ratios;
}
