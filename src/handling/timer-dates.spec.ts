import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { formatInstant } from '../platform/kernel/civil-day.js';
import { closingOf, expiryOf } from './timer-dates.js';

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

  it('lets a request for information run out at midnight after the tenth working day', () => {
    const plain = new WorkingCalendar([], [{ year: 2026, confirmed: true }]);
    expect(formatInstant(expiryOf(plain, asked))).toBe('00:00 24/02/2026');
  });

  it('does not count holidays against the citizen', () => {
    const tet = new WorkingCalendar(['2026-02-16', '2026-02-17', '2026-02-18'].map(holiday), []);
    expect(formatInstant(expiryOf(tet, asked))).toBe('00:00 27/02/2026');
  });

  it('closes fifteen calendar days after the answer, at midnight', () => {
    expect(formatInstant(closingOf(Date.parse('2026-11-02T23:59:00+07:00')))).toBe('00:00 18/11/2026');
  });
});
