import { COLUMN_NUMBERS, type ColumnNumber } from './column.js';
import { type Counts, kindOf } from './columns.js';

/** What must hold in every cell, row and total, for every agency, subject, field and T (domain.md §4.1). */
export interface Identity {
  readonly name: string;
  holds(counts: Counts): boolean;
}

function equal(left: ColumnNumber, ...right: ColumnNumber[]): Identity {
  return {
    name: `${left} = ${right.join(' + ')}`,
    holds: (counts) => counts[left] === right.reduce((sum, number) => sum + counts[number], 0),
  };
}

function within(part: ColumnNumber, ...whole: ColumnNumber[]): Identity {
  return {
    name: `${part} ≤ ${whole.join(' + ')}`,
    holds: (counts) => counts[part] <= whole.reduce((sum, number) => sum + counts[number], 0),
  };
}

export const IDENTITIES: readonly Identity[] = [
  equal('1', '7', '14'),
  equal('1', '2', '3', '4'),
  equal('7', '8', '9', '10'),
  equal('7', '11', '12', '13'),
  equal('14', '15', '16'),
  within('17', '7'),
  within('12a', '11', '12'),
  within('24a', '24b'),
  within('24b', '7'),
  ...COLUMN_NUMBERS.filter((number) => kindOf(number) !== 'net').map((number): Identity => ({
    name: `${number} ≥ 0`,
    holds: (counts) => counts[number] >= 0,
  })),
];

/** Over all agencies and nothing else: what leaves one's books comes to another's. */
export const TRANSFERS_BALANCE: Identity = equal('6b', '18a');

/**
 * The intake: what waited and what was submitted is booked, ended before booking, or waits still. What was moved to
 * other books or another class while waiting (21d, 21e) is added where a table's cells tell it apart.
 * @param waitingAtFrom column 21 as of the period's beginning.
 */
export function intakeBalances(waitingAtFrom: number, counts: Counts): boolean {
  const left = waitingAtFrom + counts['21a'] + counts['21d'];
  const ended = counts['19'] + counts['20'] + counts['21b'] + counts['21c'] + counts['21e'];
  return left === counts['6a'] + ended + counts['21'];
}

/** @returns the names of the identities that do not hold; empty for every true table. */
export function brokenIdentities(counts: Counts): string[] {
  return IDENTITIES.filter((identity) => !identity.holds(counts)).map(({ name }) => name);
}
