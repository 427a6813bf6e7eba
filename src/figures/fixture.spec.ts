import { describe, expect, test } from '@jest/globals';
import { fixtureHistory } from '../../test/support/figure-fixture.js';
import { startOfDay } from '../platform/kernel/civil-day.js';
import { formatCount, formatRatio } from '../platform/kernel/ratio.js';
import catalogue from '../platform/i18n/vi/figures.json' with { type: 'json' };
import { brokenIdentities } from './identities.js';
import { type Counts, withSums } from './columns.js';
import { foldBooks } from './item-books.js';
import { periodOf } from './period.js';
import { ratiosOf } from './ratios.js';
import { type Say, sentence } from './sentence.js';
import { Tally } from './tally.js';

const printed = (value: unknown): string => (typeof value === 'number' ? formatCount(value) : String(value));
const say: Say = (key, params = {}) => {
  const text = key
    .split('.')
    .slice(1)
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], catalogue);
  return String(text).replace(/\{\{(\w+)\}\}/g, (_, name: string) => printed(params[name]));
};

function fixture(now = startOfDay('2030-01-01')): Counts {
  const period = periodOf({ firstDay: '2019-01-01', lastDay: '2019-04-30', cutOff: null }, now);
  const tally = new Tally('none', period.dayOfT);
  for (const chain of fixtureHistory().chainsBefore(period.until)) tally.add(foldBooks(chain, period.from));
  return tally.row({ agencies: new Set([1]) });
}

describe('the fixture of a province, 01/01–30/04/2019', () => {
  const counts = fixture();

  test('columns', () => {
    expect(counts).toMatchObject({
      '1': 1049, '2': 512, '3': 500, '4': 37, '5': 62, '6a': 987, '7': 934, '8': 460, '9': 445, '10': 29,
      '11': 300, '12': 580, '13': 54, '14': 115, '15': 96, '16': 19, '17': 902, '24a': 88, '18': 0,
    }); // prettier-ignore
    expect(brokenIdentities(counts)).toEqual([]);
  });

  test('ratios are truncated, never rounded', () => {
    const printed = Object.entries(ratiosOf(counts)).map(([number, value]) => [number, formatRatio(value)]);
    expect(Object.fromEntries(printed)).toEqual({
      '22': '89,03%', '23': '83,88%', '23b': '94,21%', '13/7': '5,78%', '17/7': '96,57%', '24': '90,57%',
    }); // prettier-ignore
  });

  test('sentence', () => {
    expect(sentence(counts, say)).toBe(
      'Đã tiếp nhận 1.049 PAKN (kỳ trước chuyển sang 62, tiếp nhận trong kỳ 987); đã xử lý 934/1.049 PAKN (đạt 89,03%), còn 115 PAKN đang được xem xét, xử lý.',
    );
  });

  test('answers given after the period leave it as it was', () => {
    expect(fixture(startOfDay('2019-05-01') - 1)).toEqual(counts);
    expect(
      fixtureHistory().items.filter(({ last }) => last?.toState === 'ANSWERED' || last?.toState === 'CLOSED'),
    ).toHaveLength(1049);
  });
});

describe('nothing in the period', () => {
  const none = withSums(new Map());

  test('has a sentence of its own and no ratio at all', () => {
    expect(sentence(none, say)).toBe('Không phát sinh phản ánh, kiến nghị trong kỳ báo cáo.');
    expect(new Set(Object.values(ratiosOf(none)).map(formatRatio))).toEqual(new Set(['—']));
    expect(brokenIdentities(none)).toEqual([]);
  });
});

describe('the bracket', () => {
  test('falls away where all was received in the period', () => {
    expect(
      sentence(
        withSums(
          new Map([
            ['6a', 3],
            ['14', 3],
          ]),
        ),
        say,
      ),
    ).toBe('Đã tiếp nhận 3 PAKN; đã xử lý 0/3 PAKN (đạt 0,00%), còn 3 PAKN đang được xem xét, xử lý.');
  });

  test('names transfers, reopenings and what left, so that it adds up', () => {
    expect(
      sentence(
        withSums(
          new Map([
            ['6a', 3],
            ['6b', 2],
            ['6c', 1],
            ['18a', 4],
            ['7', 2],
          ]),
        ),
        say,
      ),
    ).toBe(
      'Đã tiếp nhận 2 PAKN (kỳ trước chuyển sang 0, tiếp nhận trong kỳ 3, nhận chuyển đến 2, mở lại 1, rời sổ 4); đã xử lý 2/2 PAKN (đạt 100,00%), còn 0 PAKN đang được xem xét, xử lý.',
    );
  });
});
