import { describe, expect, it } from '@jest/globals';
import { weekdayOf } from '../platform/kernel/civil-day.js';
import { seedYears } from './seed-years.js';
import { parseYearPlans } from './year-plan.js';

describe('the seed calendar', () => {
  const plans = seedYears();

  it('knows 2019 to 2027 and says which years are confirmed', () => {
    expect(plans.filter((plan) => plan.confirmed).map((plan) => plan.year)).toEqual([2019, 2024, 2025, 2026]);
    expect(plans.map((plan) => plan.year)).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027,
    ]);
  });

  it('has the public holidays of Bộ luật Lao động 2019 Đ.112 in every year: at least ten working days off', () => {
    for (const { year, days } of plans.filter((plan) => plan.year >= 2019)) {
      const off = days.filter(
        (day) => day.kind === 'OFF' && day.applied && !day.swappedWith && weekdayOf(day.day) % 6 !== 0,
      );
      expect([year, off.length]).toEqual([year, year < 2021 ? 10 : 11]);
    }
  });

  it('pairs every worked Saturday with a day off that points back', () => {
    const all = new Map(plans.flatMap((plan) => plan.days).map((day) => [day.day, day]));
    for (const day of all.values()) {
      if (day.swappedWith) expect(all.get(day.swappedWith)?.swappedWith).toBe(day.day);
      if (day.kind === 'WORK') expect(day.swappedWith).not.toBeNull();
    }
  });

  it('keeps 24/11 from 2026 as a row that is switched off', () => {
    const rows = plans.flatMap((plan) => plan.days).filter((day) => day.day.endsWith('-11-24'));
    expect(rows.map((row) => [row.day, row.applied, row.confirmed])).toEqual([
      ['2026-11-24', false, false],
      ['2027-11-24', false, false],
    ]);
  });
});

describe('a plan from a file', () => {
  const day = { day: '2028-01-01', kind: 'OFF', name: 'Tết Dương lịch' };
  const plan = { year: 2028, confirmed: true, days: [day] };

  it('fills in what may be left out', () => {
    expect(parseYearPlans(plan)).toEqual([
      {
        year: 2028,
        confirmed: true,
        note: '',
        days: [{ ...day, confirmed: true, applied: true, swappedWith: null }],
      },
    ]);
  });

  it.each([
    [[], 'not an object'],
    [{ ...plan, year: '2028' }, 'a whole number from 1990 to 2199'],
    [{ ...plan, confirmed: 1 }, 'needs "confirmed"'],
    [{ ...plan, days: {} }, 'needs "days"'],
    [{ ...plan, days: [{ ...day, day: '2028-02-30' }] }, 'not YYYY-MM-DD'],
    [{ ...plan, days: [{ ...day, day: '2027-01-01' }] }, 'does not lie in the year 2028'],
    [{ ...plan, days: [day, day] }, '2028-01-01 stands in the year 2028 twice'],
    [{ ...plan, days: [{ ...day, kind: 'HALF' }] }, 'OFF or WORK'],
    [{ ...plan, days: [{ ...day, name: ' ' }] }, 'needs a name'],
    [{ ...plan, days: [{ ...day, day: '2028-01-03', kind: 'WORK' }] }, 'is a weekday'],
    [{ ...plan, days: [{ ...day, swappedWith: 'soon' }] }, '"swappedWith"'],
    [{ ...plan, days: [{ ...day, applied: 'no' }] }, 'true or false'],
  ])('refuses %j: %s', (document, reason) => {
    expect(() => parseYearPlans([document])).toThrow(reason);
  });

  it('refuses a year that stands there twice', () => {
    expect(() => parseYearPlans([plan, plan])).toThrow('year 2028 stands in the file twice');
  });
});
