import { describe, expect, test } from '@jest/globals';
import { endOfDay, startOfDay } from '../platform/kernel/civil-day.js';
import { readCutOff } from './cut-off.js';
import { readSpan, type TypedSpan } from './read-span.js';

const NONE: TypedSpan = { from: null, to: null, period: '', year: null, asOf: '' };
const TODAY = '2021-05-20';

test('nothing asked is the year until today', () => {
  expect(readSpan(NONE, TODAY).span).toEqual({ firstDay: '2021-01-01', lastDay: TODAY, cutOff: null });
});

test('a reporting period goes before the days and takes this year where none is named', () => {
  const typed = { ...NONE, from: '2019-01-01', to: '2019-04-30', period: 'H1' };
  expect(readSpan(typed, TODAY).span).toMatchObject({ firstDay: '2020-12-15', lastDay: '2021-06-14' });
  expect(readSpan({ ...typed, year: 2019 }, TODAY).span).toMatchObject({
    firstDay: '2018-12-15',
    lastDay: '2019-06-14',
  });
});

test.each([
  [{ from: '2021-02-02', to: '2021-02-01' }, 'to', 'toBeforeFrom'],
  [{ from: '2021-05-21', to: '2021-06-01' }, 'from', 'future'],
  [{ period: 'Q4' }, 'period', 'future'],
  [{ from: '2021-02-02' }, 'to', 'fromMissing'],
  [{ to: '2021-02-02' }, 'from', 'fromMissing'],
  [{ from: '2021-02-02', to: '2021-02-03', asOf: '14/5' }, 'asOf', 'cutOff'],
  [{ from: '2021-02-02', to: '2021-02-03', asOf: '2021-02-01' }, 'asOf', 'cutOffBefore'],
] as const)('%j is refused beside “%s”', (typed, field, key) => {
  expect(readSpan({ ...NONE, ...typed }, TODAY)).toEqual({
    span: null,
    errors: { [field]: { key: `figures.error.${key}` } },
  });
});

test('a period of 200 years, and one that has begun but not ended, are periods', () => {
  expect(readSpan({ ...NONE, from: '1901-01-01', to: '2100-12-31' }, TODAY).span).not.toBeNull();
  expect(readSpan({ ...NONE, from: TODAY, to: '2021-12-31' }, TODAY).span).not.toBeNull();
});

describe('a cut-off', () => {
  const five = startOfDay('2021-06-14') + 17 * 3_600_000;
  test.each([
    ['2021-06-14', endOfDay('2021-06-14')],
    ['14/06/2021', endOfDay('2021-06-14')],
    ['14/6/2021 17:00', five],
    ['17:00 14/06/2021', five],
    ['2021-06-14T17:00', five],
    ['2021-06-14 17:00:00.5', five + 500],
    ['2021-06-14T10:00:00Z', five],
    ['2021-06-14T12:00:00+02:00', five],
  ])('%s is read', (typed, instant) => {
    expect(readCutOff(typed)).toBe(instant);
  });

  test.each([
    '14/5',
    '2021-02-30',
    '29/2/2021',
    '2021-06-14T24:00',
    '14/06/2021 17:60',
    '1049',
    'hôm qua',
    '2021-06-14T10:00+7',
    '99999-01-01',
  ])('%s is not', (typed) => {
    expect(readCutOff(typed)).toBeNull();
  });
});
