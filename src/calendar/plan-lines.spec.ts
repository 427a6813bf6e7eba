import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../platform/kernel/errors.js';
import { withLines } from './plan-lines.js';
import { seedYears } from './seed-years.js';
import type { YearPlan } from './year-plan.js';

const empty: YearPlan = { year: 2027, confirmed: true, note: '', days: [] };
const said = (text: string, plan = empty) =>
  withLines(plan, text).days.map(({ day, kind, name, swappedWith }) =>
    [day, kind, name, swappedWith].filter(Boolean),
  );

function faultOf(text: string, plan = empty): unknown {
  try {
    withLines(plan, text);
  } catch (error) {
    if (error instanceof DomainError) return error.fields['lines'];
    throw error;
  }
  return null;
}

describe('a decision on days off, a line each', () => {
  it('takes days and runs of days, written either way', () => {
    expect(
      said('2027-01-01 nghỉ Tết Dương lịch\n\n# Tết\n5/2/2027 - 07/02/2027: Nghỉ  Tết Nguyên đán'),
    ).toEqual([
      ['2027-01-01', 'OFF', 'Tết Dương lịch'],
      ['2027-02-05', 'OFF', 'Tết Nguyên đán'],
      ['2027-02-06', 'OFF', 'Tết Nguyên đán'],
      ['2027-02-07', 'OFF', 'Tết Nguyên đán'],
    ]);
    expect(said('30/04/2027 đến 01/05/2027 nghỉ').map(([day]) => day)).toEqual(['2027-04-30', '2027-05-01']);
  });

  it('makes pairs of a day off and the Saturday worked for it', () => {
    expect(said('12/02/2027 nghỉ hoán đổi\n20/02/2027 làm bù cho ngày 12/02/2027')).toEqual([
      ['2027-02-12', 'OFF', 'hoán đổi', '2027-02-20'],
      ['2027-02-20', 'WORK', 'Làm bù cho ngày 12/02/2027', '2027-02-12'],
    ]);
  });

  it('applies, holds back and takes away what stands there', () => {
    const plan = seedYears().find(({ year }) => year === 2026) ?? empty;
    const day = (text: string) => withLines(plan, text).days.find((one) => one.day === '2026-11-24');
    expect(day('')).toMatchObject({ applied: false, confirmed: false });
    expect(day('24/11/2026 áp dụng')).toMatchObject({ applied: true, confirmed: true });
    expect(day('24/11/2026 áp dụng\n24/11/2026 chờ')).toMatchObject({ applied: false });
    expect(day('24/11/2026 bỏ')).toBeUndefined();
    expect(withLines(plan, '').days).toHaveLength(plan.days.length);
  });

  it('names the line that cannot be read', () => {
    const unreadable = (line: number, words: string) => ({
      key: 'calendar.lines.unreadable',
      params: { line, words },
    });
    expect(faultOf('01/01/2027 nghỉ\nngày mai nghỉ')).toEqual(unreadable(2, 'ngày mai nghỉ'));
    expect(faultOf('31/02/2027 nghỉ')).toEqual(unreadable(1, '31/02/2027 nghỉ'));
    expect(faultOf('07/02/2027 - 05/02/2027 nghỉ')).toMatchObject({ key: 'calendar.lines.unreadable' });
    expect(faultOf('01/01/2027')).toMatchObject({ key: 'calendar.lines.unreadable' });
    expect(faultOf('01/01/1999 - 01/01/2199 nghỉ')).toMatchObject({ key: 'calendar.lines.unreadable' });
    expect(faultOf('31/12/2026 nghỉ')).toMatchObject({ key: 'calendar.lines.otherYear' });
    expect(faultOf('24/11/2027 áp dụng')).toMatchObject({ key: 'calendar.lines.unknownDay' });
  });

  it('knows that a weekday is no day to be worked in exchange', () => {
    expect(faultOf('19/02/2027 làm bù')).toEqual({
      key: 'calendar.lines.weekday',
      params: { day: '19/02/2027' },
    });
  });
});
