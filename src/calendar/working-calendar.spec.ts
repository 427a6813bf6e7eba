import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDay, daysBetween } from '../platform/kernel/civil-day.js';
import { seedYears } from './seed-years.js';
import { type SpecialDay, WorkingCalendar } from './working-calendar.js';
import { calendarOf, type YearPlan } from './year-plan.js';

const calendar = calendarOf(seedYears());

function withCultureDay(plan: YearPlan): YearPlan {
  return {
    ...plan,
    days: plan.days.map((day) => (day.day === '2026-11-24' ? { ...day, applied: true } : day)),
  };
}

describe('working days, by the seed calendar', () => {
  it.each([
    ['2025-04-24', 3, '2025-04-28'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2024-04-26', 5, '2024-05-07'],
    ['2025-12-31', 3, '2026-01-07'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2026-04-24', 2, '2026-04-29'],
    ['2026-08-20', 5, '2026-08-26'],
    ['2026-11-20', 5, '2026-11-27'],
  ])('%s and %d working days end on %s', (start, term, due) => {
    expect(calendar.addWorkingDays(start, term).due).toBe(due);
  });

  it('moves over 24/11 once an administrator switches the row on', () => {
    expect(calendarOf(seedYears().map(withCultureDay)).addWorkingDays('2026-11-20', 5).due).toBe(
      '2026-11-30',
    );
  });

  it('shows what was counted, what was skipped and which Saturday is worked', () => {
    const deadline = calendar.addWorkingDays('2025-04-24', 3);
    expect(deadline).toEqual({
      start: '2025-04-24',
      term: 3,
      due: '2025-04-28',
      counted: ['2025-04-25', '2025-04-26', '2025-04-28'],
      skipped: [{ day: '2025-04-27', reason: 'weekend' }],
      swapsIn: [{ day: '2025-04-26', name: 'Làm bù cho ngày 02/05/2025' }],
      confirmed: true,
    });
  });

  it('names the holidays and tells a swapped day from a holiday', () => {
    const { skipped } = calendar.addWorkingDays('2025-04-29', 1);
    expect(skipped).toEqual([
      { day: '2025-04-30', reason: 'holiday', name: 'Ngày Chiến thắng 30/4' },
      { day: '2025-05-01', reason: 'holiday', name: 'Ngày Quốc tế Lao động 1/5' },
      { day: '2025-05-02', reason: 'swap', name: 'Nghỉ hoán đổi' },
      { day: '2025-05-03', reason: 'weekend' },
      { day: '2025-05-04', reason: 'weekend' },
    ]);
  });

  it.each([
    ['2025-03-03', 5, true, 'a confirmed year'],
    ['2026-11-20', 5, false, 'a row that waits, 24/11/2026'],
    ['2026-08-20', 5, false, 'an unconfirmed swap'],
    ['2022-06-01', 5, false, 'an unconfirmed year'],
    ['2031-06-02', 5, false, 'an unknown year'],
    ['2024-12-30', 5, true, 'two confirmed years'],
    ['2026-12-30', 5, false, 'the turn into an unconfirmed year'],
  ])('%s + %d: confirmed is %s over %s', (start, term, confirmed) => {
    expect(calendar.addWorkingDays(start, term).confirmed).toBe(confirmed);
  });

  it('refuses a term that is not a whole number from 1 on', () => {
    for (const term of [0, -1, 1.5, Number.NaN, 1001]) {
      expect(() => calendar.addWorkingDays('2025-03-03', term)).toThrow(RangeError);
    }
  });

  it('explains a day', () => {
    expect(calendar.explain('2025-04-25')).toBeNull();
    expect(calendar.explain('2025-04-27')).toEqual({ key: 'calendar.explain.weekend' });
    expect(calendar.explain('2025-09-02')).toEqual({
      key: 'calendar.explain.holiday',
      params: { name: 'Quốc khánh' },
    });
    expect(calendar.explain('2025-05-02')).toEqual({
      key: 'calendar.explain.swapped',
      params: { name: 'Nghỉ hoán đổi', other: '26/04/2025' },
    });
    expect(calendar.explain('2025-04-26')).toEqual({
      key: 'calendar.explain.worked',
      params: { name: 'Làm bù cho ngày 02/05/2025' },
    });
    expect(calendar.explain('2026-11-24')).toBeNull();
  });

  it('finds the next working day, the day itself included', () => {
    expect(calendar.workingDayFrom('2025-04-26')).toBe('2025-04-26');
    expect(calendar.workingDayFrom('2026-02-14')).toBe('2026-02-23');
  });
});

describe('working days, for every calendar', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2019-01-01', offset));
  const special = fc.record<SpecialDay>({
    day,
    kind: fc.constantFrom('OFF', 'WORK'),
    name: fc.constant('x'),
    confirmed: fc.boolean(),
    applied: fc.boolean(),
    swappedWith: fc.constantFrom(null, '2019-01-05'),
  });
  const anyCalendar = fc
    .array(special, { maxLength: 300 })
    .map((days) => new WorkingCalendar(days, [{ year: 2024, confirmed: true }]));
  const term = fc.integer({ min: 1, max: 60 });

  it('ends on a working day, with n days counted, and sorts every day in between', () => {
    fc.assert(
      fc.property(anyCalendar, day, term, (any, start, n) => {
        const { due, counted, skipped } = any.addWorkingDays(start, n);
        expect(any.isWorkingDay(due)).toBe(true);
        expect(counted).toHaveLength(n);
        expect(any.workingDaysBetween(start, due)).toBe(n);
        const all = [...counted, ...skipped.map((skip) => skip.day)].sort();
        const range = Array.from({ length: daysBetween(start, due) }, (_, i) => addDays(start, i + 1));
        expect(all).toEqual(range);
      }),
    );
  });

  it('never ends earlier for a later start or a longer term', () => {
    fc.assert(
      fc.property(anyCalendar, day, term, fc.nat(20), (any, start, n, more) => {
        const due = (from: CivilDay, days: number): CivilDay => any.addWorkingDays(from, days).due;
        expect(due(addDays(start, more), n) >= due(start, n)).toBe(true);
        expect(due(start, n + 1) > due(start, n)).toBe(true);
      }),
    );
  });
});
