import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../platform/kernel/civil-day.js';
import {
  type DeadlineRecord,
  extendDeadline,
  isOverdue,
  isPaused,
  overdueAfter,
  pauseDeadline,
  promise,
  recomputeDeadline,
  resumeDeadline,
} from './promise.js';
import { seedYears } from './seed-years.js';
import { calendarOf } from './year-plan.js';

const calendar = calendarOf(seedYears());
const rule = 'handling.act';
/** Monday 03/03/2025 + 10 working days: Monday 17/03/2025. */
const promised = promise(calendar, { start: '2025-03-03', term: 10, rule });

describe('the promised date', () => {
  it('is the term counted from the day after receipt', () => {
    expect(promised).toMatchObject({
      due: '2025-03-17',
      originalDue: '2025-03-17',
      plainDue: '2025-03-17',
      rule,
    });
    expect(promised.counted).toHaveLength(10);
  });

  it('survives being stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(promised))).toEqual(promised);
  });

  it('keeps the days left when paused and counts them from the day of the supplement', () => {
    const paused = pauseDeadline(calendar, promised, '2025-03-12');
    expect(paused.pauses).toEqual([{ from: '2025-03-12', to: null, remaining: 3, plainRemaining: 3 }]);
    expect(isPaused(paused)).toBe(true);
    const resumed = resumeDeadline(calendar, paused, '2025-03-20');
    expect(resumed).toMatchObject({ due: '2025-03-25', plainDue: '2025-03-25', originalDue: '2025-03-17' });
    expect(resumed.counted).toHaveLength(10);
    expect(resumed.counted).not.toContain('2025-03-13');
    expect(resumed.skipped.map((skip) => skip.day)).toEqual([
      '2025-03-08',
      '2025-03-09',
      '2025-03-22',
      '2025-03-23',
    ]);
  });

  it('ends on the day of resumption, or the next working day, when paused on the due day', () => {
    const paused = pauseDeadline(calendar, promised, '2025-03-17');
    expect(resumeDeadline(calendar, paused, '2025-03-19').due).toBe('2025-03-19');
    expect(resumeDeadline(calendar, paused, '2025-03-22').due).toBe('2025-03-24');
  });

  it('keeps the due day of what was overdue when paused', () => {
    const paused = pauseDeadline(calendar, promised, '2025-03-18');
    expect(paused.pauses[0]?.remaining).toBeNull();
    expect(resumeDeadline(calendar, paused, '2025-04-01')).toMatchObject({
      due: '2025-03-17',
      counted: promised.counted,
    });
  });

  it('is overdue from the day after, but not while paused in term', () => {
    expect(isOverdue(promised, '2025-03-17')).toBe(false);
    expect(isOverdue(promised, '2025-03-18')).toBe(true);
    expect(isOverdue(pauseDeadline(calendar, promised, '2025-03-17'), '2025-05-05')).toBe(false);
    expect(isOverdue(pauseDeadline(calendar, promised, '2025-03-18'), '2025-05-05')).toBe(true);
    expect(overdueAfter(promised)).toBe('2025-03-17');
    expect(overdueAfter(pauseDeadline(calendar, promised, '2025-03-17'))).toBeNull();
    expect(overdueAfter(pauseDeadline(calendar, promised, '2025-03-18'))).toBe('2025-03-17');
  });

  it('moves once by an extension and remembers the day without it', () => {
    const extended = extendDeadline(calendar, promised, 10, '2025-03-17');
    expect(extended).toMatchObject({ due: '2025-03-31', plainDue: '2025-03-17', originalDue: '2025-03-17' });
    expect(extended.extension).toEqual({
      days: 10,
      on: '2025-03-17',
      from: '2025-03-17',
      to: '2025-03-31',
      pausesBefore: 0,
    });
    expect(extended.counted).toHaveLength(20);
    expect(() => extendDeadline(calendar, extended, 5, '2025-03-18')).toThrow(
      'calendar.error.extendedAlready',
    );
  });

  it('refuses an extension once overdue or while paused, and a second pause', () => {
    expect(() => extendDeadline(calendar, promised, 10, '2025-03-18')).toThrow('calendar.error.overdue');
    const paused = pauseDeadline(calendar, promised, '2025-03-12');
    expect(() => extendDeadline(calendar, paused, 10, '2025-03-12')).toThrow('calendar.error.pausedAlready');
    expect(() => pauseDeadline(calendar, paused, '2025-03-13')).toThrow('calendar.error.pausedAlready');
    expect(() => resumeDeadline(calendar, promised, '2025-03-13')).toThrow('calendar.error.notPaused');
  });

  it('pauses both days apart when extended: the plain one may be overdue while the other is not', () => {
    const extended = extendDeadline(calendar, promised, 5, '2025-03-14');
    const resumed = resumeDeadline(calendar, pauseDeadline(calendar, extended, '2025-03-20'), '2025-03-27');
    expect(resumed).toMatchObject({ plainDue: '2025-03-17', due: '2025-03-31' });
  });

  it('follows a calendar that changed, and keeps the day first promised', () => {
    const newHoliday = calendarOf(
      seedYears().map((plan) => {
        if (plan.year !== 2025) return plan;
        const extra = {
          day: '2025-03-24',
          kind: 'OFF',
          name: 'Ngày mới',
          confirmed: true,
          applied: true,
          swappedWith: null,
        } as const;
        return { ...plan, days: [...plan.days, extra] };
      }),
    );
    const basis = { agency: 'UBND tỉnh', from: '2025-01-01' };
    const told = promise(calendar, { start: '2025-03-03', term: 10, rule: 'term-rule.1', basis });
    const before = resumeDeadline(calendar, pauseDeadline(calendar, told, '2025-03-12'), '2025-03-20');
    const after = recomputeDeadline(newHoliday, before);
    expect(after).toMatchObject({ due: '2025-03-26', originalDue: '2025-03-17', basis });
    expect(after.skipped).toContainEqual({ day: '2025-03-24', reason: 'holiday', name: 'Ngày mới' });
  });
});

describe('the promised date, for every story', () => {
  type Step = { kind: 'pause' | 'resume' | 'extend'; after: number };
  const steps = fc.array(
    fc.record<Step>({ kind: fc.constantFrom('pause', 'resume', 'extend'), after: fc.nat(9) }),
    { maxLength: 12 },
  );

  function tell(start: string, term: number, story: readonly Step[]): DeadlineRecord {
    let record = promise(calendar, { start, term, rule });
    let today = start;
    for (const { kind, after } of story) {
      today = addDays(today, after);
      if (kind === 'pause' && !isPaused(record)) record = pauseDeadline(calendar, record, today);
      if (kind === 'resume' && isPaused(record)) record = resumeDeadline(calendar, record, today);
      const mayExtend = !record.extension && !isPaused(record) && !isOverdue(record, today);
      if (kind === 'extend' && mayExtend) record = extendDeadline(calendar, record, 10, today);
    }
    return record;
  }
  const start = fc.integer({ min: 0, max: 2500 }).map((offset) => addDays('2019-01-01', offset));
  const term = fc.integer({ min: 1, max: 20 });

  it('is the same when told again over the same calendar', () => {
    fc.assert(
      fc.property(start, term, steps, (from, n, story) => {
        const record = tell(from, n, story);
        expect(recomputeDeadline(calendar, record)).toEqual(record);
      }),
    );
  });

  it('never moves to an earlier day, and never before the day without the extension', () => {
    fc.assert(
      fc.property(start, term, steps, (from, n, story) => {
        const record = tell(from, n, story);
        expect(record.due >= record.originalDue).toBe(true);
        expect(record.plainDue <= record.due).toBe(true);
        expect(calendar.isWorkingDay(record.due)).toBe(true);
      }),
    );
  });
});
