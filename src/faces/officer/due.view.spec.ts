import { describe, expect, it } from '@jest/globals';
import { pauseDeadline, promise } from '../../calendar/promise.js';
import { WorkingCalendar } from '../../calendar/working-calendar.js';
import { dueView, stepClockView, type DueItem } from './due.view.js';

const calendar = new WorkingCalendar([], [{ year: 2026, confirmed: true }]);
/** Due on Friday 13/11/2026. */
const deadline = promise(calendar, { start: '2026-10-30', term: 10, rule: 'handling.ADMIN_ACT' });
const item = (more: Partial<DueItem> = {}): DueItem => ({
  state: 'IN_PROGRESS',
  deadline,
  triageDueDay: '2026-11-03',
  forwardDueDay: null,
  ...more,
});

describe('how urgent an item is', () => {
  it.each([
    ['2026-11-09', 'officer.due.left', { days: 4 }, 'neutral'],
    ['2026-11-13', 'officer.due.today', undefined, 'warning'],
    ['2026-11-14', 'officer.due.justOverdue', undefined, 'danger'],
    ['2026-11-17', 'officer.due.overdue', { days: 2 }, 'danger'],
  ])('on %s: %s', (today, key, params, tone) => {
    expect(dueView(item(), today, calendar)).toEqual({
      day: '2026-11-13',
      words: params ? { key, params } : { key },
      tone,
    });
  });

  it('stands still while the citizen is asked, unless it was late before', () => {
    const paused = item({ state: 'NEEDS_INFO', deadline: pauseDeadline(calendar, deadline, '2026-11-10') });
    expect(dueView(paused, '2026-12-01', calendar)?.words.key).toBe('officer.due.paused');
    const late = item({ state: 'NEEDS_INFO', deadline: pauseDeadline(calendar, deadline, '2026-11-16') });
    expect(dueView(late, '2026-11-17', calendar)?.words.key).toBe('officer.due.overdue');
  });

  it('says nothing once nothing is due', () => {
    expect(dueView(item({ state: 'ANSWERED' }), '2026-12-01', calendar)).toBeNull();
    expect(dueView(item({ state: 'WITHDRAWN' }), '2026-12-01', calendar)).toBeNull();
  });
});

describe('the nearer clock of a step', () => {
  it('is C1 before booking and C2 before the transfer', () => {
    expect(stepClockView(item({ state: 'SUBMITTED' }), '2026-11-03')).toEqual({
      words: { key: 'officer.due.triage' },
      day: '2026-11-03',
      late: false,
    });
    const booked = item({ state: 'RECEIVED', forwardDueDay: '2026-11-09' });
    expect(stepClockView(booked, '2026-11-10')).toEqual({
      words: { key: 'officer.due.forwardLate' },
      day: '2026-11-09',
      late: true,
    });
    expect(stepClockView(item(), '2026-11-10')).toBeNull();
  });
});
