import type { MessageParams } from '../platform/kernel/errors.js';
import { formatRatio } from '../platform/kernel/ratio.js';
import { COLUMN_NUMBERS, type ColumnNumber } from './column.js';
import { type Counts, kindOf } from './columns.js';
import { ratiosOf } from './ratios.js';

/** The catalogue, as much of it as the sentence needs: a text by its key, numbers in it printed as the language does. */
export type Say = (key: string, params?: MessageParams) => string;

/** Said in the bracket whenever there is one; the others only where they are not 0. */
const ALWAYS: readonly ColumnNumber[] = ['5', '6a'];
const WHERE_ANY: readonly ColumnNumber[] = ['6b', '6c', '6d', '18'];

/**
 * The headline of every report (domain.md §4.3). Its bracket falls away where nothing was carried over, transferred
 * in, reopened or taken off the books; nothing at all in the period has a sentence of its own, never 0%.
 */
export function sentence(counts: Counts, say: Say): string {
  if (COLUMN_NUMBERS.every((number) => counts[number] === 0 || kindOf(number) === 'net'))
    return say('figures.sentence.zero');
  return say('figures.sentence.main', {
    total: counts['1'],
    bracket: bracket(counts, say),
    handled: counts['7'],
    rate: formatRatio(ratiosOf(counts)['22']),
    pending: counts['14'],
  });
}

function bracket(counts: Counts, say: Say): string {
  const extra = WHERE_ANY.filter((number) => counts[number] !== 0);
  if (counts['5'] === 0 && extra.length === 0) return '';
  const parts = [...ALWAYS, ...extra].map((number) =>
    say(`figures.sentence.part.${number}`, { count: counts[number] }),
  );
  return ` (${parts.join(', ')})`;
}
