import { isOverdue, isPaused } from '../../calendar/promise.js';
import type { WorkingCalendar } from '../../calendar/working-calendar.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { OPEN } from '../../feedback/state.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';

/** How urgent an item is, in words; the tone only repeats them. */
export interface DueView {
  readonly day: CivilDay;
  readonly words: Message;
  readonly tone: 'danger' | 'warning' | 'neutral' | 'info';
}

/** The nearer clock of a step (C1, C2), which the promised date does not show. */
export interface StepClockView {
  readonly words: Message;
  readonly day: CivilDay;
  readonly late: boolean;
}

export type DueItem = Pick<Feedback, 'state' | 'deadline' | 'triageDueDay' | 'forwardDueDay'>;

/** @returns null once nothing is due any more. */
export function dueView(item: DueItem, today: CivilDay, calendar: WorkingCalendar): DueView | null {
  if (!OPEN.includes(item.state)) return null;
  const { deadline } = item;
  const day = deadline.due;
  if (isOverdue(deadline, today)) {
    const days = calendar.workingDaysBetween(day, today);
    const words =
      days === 0 ? { key: 'officer.due.justOverdue' } : { key: 'officer.due.overdue', params: { days } };
    return { day, words, tone: 'danger' };
  }
  if (isPaused(deadline)) return { day, words: { key: 'officer.due.paused' }, tone: 'info' };
  if (day === today) return { day, words: { key: 'officer.due.today' }, tone: 'warning' };
  const days = calendar.workingDaysBetween(today, day);
  return { day, words: { key: 'officer.due.left', params: { days } }, tone: 'neutral' };
}

/** C1 while it waits to be taken in, C2 (five working days, by law) while it waits to be transferred. */
export function stepClockView(item: DueItem, today: CivilDay): StepClockView | null {
  const clock = (day: CivilDay, key: string, keyOnceLate: string): StepClockView => {
    const late = day < today;
    return { words: { key: late ? keyOnceLate : key }, day, late };
  };
  if (item.state === 'SUBMITTED')
    return clock(item.triageDueDay, 'officer.due.triage', 'officer.due.triageLate');
  if (item.state === 'RECEIVED' && item.forwardDueDay !== null)
    return clock(item.forwardDueDay, 'officer.due.forward', 'officer.due.forwardLate');
  return null;
}
