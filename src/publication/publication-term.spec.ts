import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { addDays, startOfDay } from '../platform/kernel/civil-day.js';
import { lateIfAnsweredBefore, PUBLICATION_TERM, publicationDueDay } from './publication-term.js';

const off = (day: string) => ({
  ...{ day, kind: 'OFF' as const, name: 'Tết', confirmed: true, applied: true, swappedWith: null },
});
const calendar = new WorkingCalendar(['2026-02-16', '2026-02-17', '2026-02-18'].map(off), []);
const NOON = 12 * 3_600_000;

describe('by when an answer is public', () => {
  it('is five working days after it, holidays apart', () => {
    const answered = (day: string) => startOfDay(day) + NOON;
    expect(publicationDueDay({ calendar, term: 5 }, answered('2026-03-02'))).toBe('2026-03-09');
    expect(publicationDueDay({ calendar, term: 5 }, answered('2026-02-13'))).toBe('2026-02-25');
  });

  it('is the same day for one item and for a list', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 86_399_999 }),
        (answered, now, term, time) => {
          const today = addDays('2026-01-01', now);
          const answeredAt = startOfDay(addDays('2026-01-01', answered)) + time;
          const isLate = publicationDueDay({ calendar, term }, answeredAt) < today;
          expect(answeredAt < lateIfAnsweredBefore({ calendar, term }, today)).toBe(isLate);
        },
      ),
    );
  });

  it('is by the term that the authority has set, where it is a term', () => {
    expect(PUBLICATION_TERM.standard).toBe(5);
    expect([3, 60, 0, 61, 2.5, '3'].map(PUBLICATION_TERM.read)).toEqual([3, 60, null, null, null, null]);
  });
});
