import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { lastDayTold, lastDayToSupplement } from '../feedback/last-day-to-supplement.js';
import { formatInstant } from '../platform/kernel/civil-day.js';
import { closingOf } from './timer-dates.js';

const holiday = (day: string) => ({
  day,
  kind: 'OFF' as const,
  name: 'Tết',
  confirmed: true,
  applied: true,
  swappedWith: null,
});

describe('when timers run', () => {
  const asked = Date.parse('2026-02-09T16:30:00+07:00'); // Monday

  it('lets the citizen supplement until the tenth working day', () => {
    const plain = new WorkingCalendar([], [{ year: 2026, confirmed: true }]);
    expect(lastDayToSupplement(plain, asked)).toBe('2026-02-23');
  });

  it('does not count holidays against the citizen', () => {
    const tet = new WorkingCalendar(['2026-02-16', '2026-02-17', '2026-02-18'].map(holiday), []);
    expect(lastDayToSupplement(tet, asked)).toBe('2026-02-26');
  });

  it('goes by the day that was told', () => {
    expect(lastDayTold({ details: { supplementBy: '2026-02-23' } })).toBe('2026-02-23');
    expect(lastDayTold({ details: null })).toBeNull();
  });

  it('closes fifteen calendar days after the answer, at midnight', () => {
    expect(formatInstant(closingOf(Date.parse('2026-11-02T23:59:00+07:00')))).toBe('00:00 18/11/2026');
  });
});
