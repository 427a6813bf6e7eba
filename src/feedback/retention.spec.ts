import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, endOfDay, startOfDay } from '../platform/kernel/civil-day.js';
import { isEnded, isErasable, keptSince, retention, yearsBefore } from './retention.js';
import { STATES } from './state.js';

describe('how long personal data are kept', () => {
  it('counts whole years, also over a leap day', () => {
    expect(yearsBefore('2026-11-21', 5)).toBe('2021-11-21');
    expect(yearsBefore('2028-02-29', 1)).toBe('2027-02-28');
    expect(yearsBefore('2028-02-29', 4)).toBe('2024-02-29');
  });

  it('what ended on 20/11/2021 is erased on 21/11/2026, not before', () => {
    const ended = endOfDay('2021-11-20') - 1;
    expect(ended < keptSince('2026-11-20', 5)).toBe(false);
    expect(ended < keptSince('2026-11-21', 5)).toBe(true);
  });

  it('law: more years never erase more, and tomorrow never erases less', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
    const years = fc.integer({ min: 1, max: 29 });
    fc.assert(fc.property(day, years, (today, n) => keptSince(today, n + 1) < keptSince(today, n)));
    fc.assert(fc.property(day, years, (today, n) => keptSince(today, n) <= keptSince(addDays(today, 1), n)));
    fc.assert(fc.property(day, years, (today, n) => dayOf(keptSince(today, n)) <= today));
  });

  it('is read only where it is whole and within its limits', () => {
    const { standard } = retention;
    expect(retention.read(structuredClone(standard))).toEqual(standard);
    expect(retention.read({ ...standard, years: { ...standard.years, CLOSED: 0 } })).toBeNull();
    expect(retention.read({ ...standard, requestDays: 2.5 })).toBeNull();
    expect(retention.read({ years: { CLOSED: 5 }, requestDays: 3 })).toBeNull();
    expect(retention.read(null)).toBeNull();
  });

  it('ends where nothing more is awaited: never while an answer can still be rated or reopened', () => {
    expect(STATES.filter(isEnded)).toEqual(['CLOSED', 'REFUSED', 'REDIRECTED', 'MERGED', 'WITHDRAWN']);
    expect(startOfDay('2026-11-21')).toBe(keptSince('2027-11-21', 1));
  });

  it('on request only where nobody works on it, decides about it, or has erased it', () => {
    const closed = { state: 'CLOSED', reopenAsked: false, erasedAt: null } as const;
    expect(isErasable(closed)).toBe(true);
    expect(isErasable({ ...closed, state: 'ANSWERED' })).toBe(false);
    expect(isErasable({ ...closed, reopenAsked: true })).toBe(false);
    expect(isErasable({ ...closed, erasedAt: 1 })).toBe(false);
  });
});
