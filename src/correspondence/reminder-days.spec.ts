import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { dayBefore, digestTime, nextDigestDay } from './reminder-days.js';

const off = (day: string) => ({
  day,
  kind: 'OFF' as const,
  name: 'Nghỉ',
  confirmed: true,
  applied: true,
  swappedWith: null,
});
const calendar = new WorkingCalendar([off('2026-03-19')], [{ year: 2026, confirmed: true }]);

describe('the days of reminders', () => {
  it('are counted in working days', () => {
    expect(dayBefore(calendar, '2026-03-12', 2)).toBe('2026-03-10');
    expect(dayBefore(calendar, '2026-03-17', 2)).toBe('2026-03-13'); // over a weekend
    expect(dayBefore(calendar, '2026-03-20', 2)).toBe('2026-03-17'); // over a day off
    for (const due of ['2026-03-12', '2026-03-17', '2026-03-20', '2026-03-24'])
      expect(calendar.workingDaysBetween(dayBefore(calendar, due, 2), due)).toBe(2);
  });

  it('a digest follows on the next working day, or this morning while it is early', () => {
    const early = digestTime('2026-03-13') - 1;
    expect(nextDigestDay(calendar, '2026-03-13', early)).toBe('2026-03-13');
    expect(nextDigestDay(calendar, '2026-03-13', early + 1)).toBe('2026-03-16');
    expect(nextDigestDay(calendar, '2026-03-18', digestTime('2026-03-18'))).toBe('2026-03-20');
  });
});
