import { describe, expect, it } from '@jest/globals';
import { isPublishedTable, plansOfPublishedTable } from './published-table.js';
import { calendarOf } from './year-plan.js';

const table = {
  years: {
    '2018': { off: [{ d: '2018-12-31', why: 'hoán đổi' }], workSaturdays: [] },
    '2019': {
      off: ['2019-01-01', '2019-02-05', '2019-04-15'],
      workSaturdays: ['2019-01-05'],
      status: 'found',
    },
    '2026': {
      off: ['2026-08-31', '2026-09-01', '2026-09-02'],
      workSaturdays: ['2026-08-22'],
      unconfirmed: ['2026-11-24'],
      status: 'found',
    },
    '2027': { off: ['2027-05-03'], workSaturdays: [], tbd: ['Tết'], status: 'law' },
  },
  tetMung1_UTC7: { '2019': '2019-02-05' },
  gioTo_10_3_UTC7: { '2019': '2019-04-14' },
};

describe('a published table of years', () => {
  const plans = plansOfPublishedTable(table);
  const row = (day: string) => plans.flatMap((plan) => plan.days).find((one) => one.day === day);

  it('is told from our own plans', () => {
    expect(isPublishedTable(table)).toBe(true);
    expect(isPublishedTable([{ year: 2025 }])).toBe(false);
  });

  it('gets the names back from the dates', () => {
    expect(row('2019-01-01')?.name).toBe('Tết Dương lịch');
    expect(row('2019-02-05')?.name).toBe('Tết Nguyên đán');
    expect(row('2019-04-15')?.name).toBe('Nghỉ bù Giỗ Tổ Hùng Vương');
    expect(row('2026-09-01')?.name).toBe('Quốc khánh');
    expect(row('2027-05-03')?.name).toBe('Nghỉ bù Ngày Quốc tế Lao động 1/5');
  });

  it('pairs swapped days, over the turn of a year too', () => {
    expect(row('2018-12-31')).toMatchObject({ name: 'Nghỉ hoán đổi', swappedWith: '2019-01-05' });
    expect(row('2019-01-05')).toMatchObject({
      kind: 'WORK',
      name: 'Làm bù cho ngày 31/12/2018',
      swappedWith: '2018-12-31',
    });
    expect(row('2026-08-22')?.swappedWith).toBe('2026-08-31');
  });

  it('confirms a year that tells its sources and leaves nothing open', () => {
    expect(plans.map((plan) => [plan.year, plan.confirmed])).toEqual([
      [2018, false],
      [2019, true],
      [2026, true],
      [2027, false],
    ]);
    expect(plans[3]?.note).toBe('law; chưa rõ: Tết');
  });

  it('keeps an unconfirmed day as a row that waits', () => {
    expect(row('2026-11-24')).toMatchObject({
      name: 'Ngày Văn hóa Việt Nam',
      applied: false,
      confirmed: false,
    });
    expect(calendarOf(plans).isWorkingDay('2026-11-24')).toBe(true);
  });

  it.each([
    [{ years: [] }, 'years is not an object'],
    [{ years: { '2028': null } }, 'year 2028 is not an object'],
    [{ years: { '2028': { workSaturdays: [] } } }, '"off" of year 2028 is not a list'],
    [{ years: { '2028': { off: ['1/1'], workSaturdays: [] } } }, 'not YYYY-MM-DD'],
    [{ years: { '2028': { off: [], workSaturdays: [], tbd: 'Tết' } } }, '"tbd" of year 2028'],
    [{ years: {}, tetMung1_UTC7: { '2028': 26 } }, 'tetMung1_UTC7 has a day'],
    [{ years: { mười: { off: [], workSaturdays: [] } } }, 'a whole number from 1990'],
  ])('refuses %j: %s', (document, reason) => {
    expect(() => plansOfPublishedTable(document)).toThrow(reason);
  });
});
