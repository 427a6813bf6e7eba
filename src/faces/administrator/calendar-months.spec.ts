import { describe, expect, it } from '@jest/globals';
import { seedYears } from '../../calendar/seed-years.js';
import { calendarOf } from '../../calendar/year-plan.js';
import { monthsOf } from './calendar-months.js';

const plans = seedYears();
const months = monthsOf(2026, plans.find(({ year }) => year === 2026) ?? null, calendarOf(plans));
const kindOf = (month: number, number: number) =>
  months[month - 1]?.weeks.flat().find((day) => day?.number === number)?.kind;

describe('a year on one page', () => {
  it('has every day once, in weeks from Monday to Sunday', () => {
    const days = months.flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));
    expect(days).toHaveLength(365);
    expect(new Set(days.map(({ day }) => day)).size).toBe(365);
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
    expect(months[0]?.weeks[0]?.map((day) => day?.number ?? null)).toEqual([null, null, null, 1, 2, 3, 4]);
    expect(months[1]?.weeks).toHaveLength(5); // February 2026 begins on a Sunday
  });

  it('tells days off, worked Saturdays, those that wait, and plain weeks apart', () => {
    expect([kindOf(1, 1), kindOf(1, 10), kindOf(11, 24), kindOf(3, 7), kindOf(3, 9)]).toEqual([
      'off',
      'work',
      'waiting',
      'weekend',
      'plain',
    ]);
  });

  it('shows the plain week of a year that nobody has entered', () => {
    const plain = monthsOf(2040, null, calendarOf(plans));
    expect(plain.flatMap(({ weeks }) => weeks.flat()).filter((day) => day?.kind === 'weekend')).toHaveLength(
      105,
    );
  });
});
