import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FigureHistory } from '../../test/support/figure-history.js';
import { play, type Step } from '../../test/support/figure-life.js';
import { naiveList } from '../../test/support/naive-figures.js';
import { addDays, type CivilDay, startOfDay } from '../platform/kernel/civil-day.js';
import { COLUMN_NUMBERS, type ColumnNumber } from './column.js';
import { type Counts, kindOf } from './columns.js';
import { brokenIdentities, intakeBalances, TRANSFERS_BALANCE } from './identities.js';
import { foldBooks } from './item-books.js';
import { listHits } from './listing.js';
import { type Period, periodOf } from './period.js';
import { type Cut, Tally } from './tally.js';

const START: CivilDay = '2021-01-01';
const ALL = new Set([1, 2, 3, 4, 5]);
const SETS = [ALL, new Set([1]), new Set([2, 3]), new Set([3]), new Set([4, 5])];
const CUTS: readonly Cut[] = ['none', 'field', 'subject'];

const days = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(6) });
const evenly = (max: number): fc.Arbitrary<number> => fc.noBias(fc.nat(max));
const step: fc.Arbitrary<Step> = fc.record({ pick: evenly(99), days, hour: fc.nat(3), value: evenly(999) });
const histories = fc
  .array(fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }), {
    minLength: 1,
    maxLength: 12,
    size: 'max',
  })
  .map((lives) => {
    const history = new FigureHistory();
    for (const life of lives) play(history.item(), START, life);
    return history;
  });
const instants = fc
  .tuple(fc.nat(70), fc.constantFrom(0, 1, 43_200_000, 86_399_999))
  .map(([day, offset]) => startOfDay(addDays(START, day)) + offset);
const periods = fc.tuple(fc.nat(60), fc.nat(40), instants).map(([first, length, now]): Period => {
  const firstDay = addDays(START, first);
  const wanted = { firstDay, lastDay: addDays(firstDay, length), cutOff: null };
  return periodOf(wanted, Math.max(now, startOfDay(firstDay)));
});

function tallyOf(history: FigureHistory, period: Period, cut: Cut): Tally {
  const tally = new Tally(cut, period.dayOfT);
  for (const chain of history.chainsBefore(period.until)) tally.add(foldBooks(chain, period.from));
  return tally;
}

function rowsOf(tally: Tally): { agencies: ReadonlySet<number>; key: string | undefined; counts: Counts }[] {
  return SETS.flatMap((agencies) =>
    [undefined, ...tally.keys(agencies)].map((key) => ({
      agencies,
      key,
      counts: tally.row({ agencies, key }),
    })),
  );
}

const check = (property: fc.IProperty<unknown>, numRuns: number): void => {
  fc.assert(property, { seed: 20080214, numRuns });
};

describe('figures over random histories', () => {
  test('every identity holds in every row of every table', () => {
    check(
      fc.property(histories, periods, fc.constantFrom(...CUTS), (history, period, cut) => {
        for (const { counts } of rowsOf(tallyOf(history, period, cut)))
          expect(brokenIdentities(counts)).toEqual([]);
        expect(TRANSFERS_BALANCE.holds(tallyOf(history, period, cut).row({ agencies: ALL }))).toBe(true);
      }),
      400,
    );
  });

  test('numbers, lists and an independent second definition agree', () => {
    check(
      fc.property(histories, periods, fc.constantFrom(...CUTS), (history, period, cut) => {
        const books = history.chainsBefore(period.until).map((chain) => foldBooks(chain, period.from));
        for (const { agencies, key, counts } of rowsOf(tallyOf(history, period, cut))) {
          const wrong = COLUMN_NUMBERS.filter((number) => {
            const list = listHits(number, books, { cut, dayOfT: period.dayOfT, filter: { agencies, key } });
            const naive = naiveList(number, history.items, period, { agencies, cut, key });
            return (
              total(list) !== counts[number] ||
              refs(number, list) !== refs(number, naive) ||
              isDoubled(number, list)
            );
          });
          expect(wrong).toEqual([]);
        }
      }),
      100,
    );
  });

  test('the histories reach every column, also in the tables that are cut', () => {
    const reached = new Set<ColumnNumber>();
    for (const [history, period] of fc.sample(fc.tuple(histories, periods), { seed: 766, numRuns: 400 })) {
      const counts = tallyOf(history, period, 'field').row({ agencies: ALL });
      for (const number of COLUMN_NUMBERS) if (counts[number] !== 0) reached.add(number);
    }
    expect([...reached].sort()).toEqual([...COLUMN_NUMBERS].sort());
  });

  test('what one period leaves pending, the next carries over; the intake balances', () => {
    check(
      fc.property(histories, periods, fc.nat(30), fc.constantFrom(...CUTS), (history, first, length, cut) => {
        const border = Math.min(startOfDay(addDays(first.lastDay, 1)), first.until);
        const next: Period = { ...first, from: border, until: border + length * 86_400_000 };
        const [before, after] = [tallyOf(history, first, cut), tallyOf(history, next, cut)];
        for (const agencies of SETS) {
          for (const key of [undefined, ...new Set([...before.keys(agencies), ...after.keys(agencies)])]) {
            const [left, right] = [before.row({ agencies, key }), after.row({ agencies, key })];
            expect(right['5']).toBe(left['14']);
            expect(intakeBalances(left['21'], right)).toBe(true);
          }
        }
      }),
      300,
    );
  });

  test('7(P∪Q) = 7(P) + 7(Q) − [6c(P) + 6c(Q) − 6c(P∪Q)]', () => {
    check(
      fc.property(histories, fc.nat(60), fc.nat(30), fc.nat(30), (history, first, p, q) => {
        const [from, border] = [addDays(START, first), addDays(START, first + p)];
        const until = startOfDay(addDays(border, q));
        const span = (start: CivilDay, end: number): Period => ({
          firstDay: start,
          lastDay: start,
          cutOff: null,
          from: startOfDay(start),
          until: end,
          dayOfT: addDays(border, q),
        });
        const [P, Q, both] = [span(from, startOfDay(border)), span(border, until), span(from, until)].map(
          (period) => tallyOf(history, period, 'none'),
        );
        for (const agencies of SETS) {
          const of = (tally: Tally | undefined, number: ColumnNumber): number =>
            tally?.row({ agencies })[number] ?? NaN;
          expect(of(both, '7')).toBe(of(P, '7') + of(Q, '7') - (of(P, '6c') + of(Q, '6c') - of(both, '6c')));
        }
      }),
      400,
    );
  });
});

interface Ref {
  readonly feedbackId: number;
  readonly entryId: number;
  readonly weight: number;
}

function total(list: readonly Ref[]): number {
  return list.reduce((sum, { weight }) => sum + weight, 0);
}

function refs(number: ColumnNumber, list: readonly Ref[]): string {
  const items = kindOf(number) === 'items';
  return list
    .map((hit) => (items ? `${hit.feedbackId}` : `${hit.entryId}:${hit.weight}`))
    .sort()
    .join(' ');
}

function isDoubled(number: ColumnNumber, list: readonly Ref[]): boolean {
  return kindOf(number) === 'items' && new Set(list.map(({ feedbackId }) => feedbackId)).size !== list.length;
}
