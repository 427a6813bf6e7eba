import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seedYears } from '../calendar/seed-years.js';
import { calendarOf } from '../calendar/year-plan.js';
import { addDays, endOfDay, formatInstant } from '../platform/kernel/civil-day.js';
import { overduePlan, type OverdueStanding } from './overdue-plan.js';

const calendar = calendarOf(seedYears());
const fresh: OverdueStanding = {
  ...{ overdueAfter: '2026-03-06', waiting: false, apologised: false, escalated: [] }, // a Friday
};
const at = (text: string) => Date.parse(`${text}+07:00`);
const plan = (instant: string, more: Partial<OverdueStanding> = {}) =>
  overduePlan(calendar, { ...fresh, ...more }, at(instant));

describe('what an overdue item needs', () => {
  it('is nothing until the due day has ended, to the millisecond', () => {
    const early = plan('2026-03-06T23:59:59.999');
    expect(early.steps).toEqual([]);
    expect(formatInstant(early.next ?? 0)).toBe('00:00 07/03/2026');
  });

  it('is an apology with a new day five working days on, at midnight, be it a Saturday', () => {
    const { steps, next } = plan('2026-03-07T00:00:00');
    expect(steps).toEqual([{ action: 'apologise', newDay: '2026-03-13' }]);
    expect(formatInstant(next ?? 0)).toBe('00:00 12/03/2026'); // Wednesday, the third working day, has ended
  });

  it('is the head after three working days, the superior agency after ten', () => {
    const head = plan('2026-03-12T00:00:00', { apologised: true });
    expect(head.steps).toEqual([{ action: 'escalate', level: 3 }]);
    expect(formatInstant(head.next ?? 0)).toBe('00:00 21/03/2026');
    const superior = plan('2026-03-21T00:00:00', { apologised: true, escalated: [3] });
    expect(superior).toEqual({ steps: [{ action: 'escalate', level: 10 }], next: null });
    expect(plan('2026-04-01T00:00:00', { apologised: true, escalated: [3, 10] })).toEqual({
      steps: [],
      next: null,
    });
  });

  it('does not count holidays against the agency', () => {
    const beforeTet = { ...fresh, overdueAfter: '2026-02-12', apologised: true }; // Thursday; Tết 16–20/02
    expect(formatInstant(overduePlan(calendar, beforeTet, at('2026-02-13T08:00:00')).next ?? 0)).toBe(
      '00:00 25/02/2026',
    );
  });

  it('is nothing while the citizen is asked, and once nothing is due', () => {
    expect(plan('2026-03-30T08:00:00', { waiting: true })).toEqual({ steps: [], next: null });
    expect(plan('2026-03-30T08:00:00', { overdueAfter: null })).toEqual({ steps: [], next: null });
  });

  it('after a sleep is what was missed, once and in order, the new day counted from the day of waking', () => {
    expect(plan('2026-03-23T07:00:00')).toEqual({
      steps: [
        { action: 'apologise', newDay: '2026-03-30' },
        { action: 'escalate', level: 3 },
        { action: 'escalate', level: 10 },
      ],
      next: null,
    });
  });

  it('comes to the same steps in the same order, however often and whenever it is asked', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-06', n));
    const wakings = fc.array(fc.integer({ min: 0, max: 60 * 24 * 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(day, wakings, (due, minutes) => {
        let standing: OverdueStanding = { ...fresh, overdueAfter: due };
        const done: string[] = [];
        const end = endOfDay(due);
        for (const minute of [...minutes.sort((a, b) => a - b), 90 * 24 * 60]) {
          const now = end - 24 * 60 * 60_000 + minute * 60_000;
          const { steps, next } = overduePlan(calendar, standing, now);
          if (next !== null) expect(next).toBeGreaterThan(now);
          for (const step of steps) {
            done.push(step.action === 'escalate' ? `escalate ${step.level}` : step.action);
            standing =
              step.action === 'escalate'
                ? { ...standing, escalated: [...standing.escalated, step.level] }
                : { ...standing, apologised: true };
          }
        }
        expect(done).toEqual(['apologise', 'escalate 3', 'escalate 10']);
      }),
    );
  });
});
