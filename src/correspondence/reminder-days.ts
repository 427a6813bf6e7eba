import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { addDays, type CivilDay, startOfDay } from '../platform/kernel/civil-day.js';

const HOUR = 3_600_000;
/** People are reminded when their working day begins. */
const EIGHT = 8 * HOUR;
const HALF_PAST_SEVEN = 7.5 * HOUR;

/** @returns the instant (epoch ms) on a day at which reminders go out. */
export function reminderTime(day: CivilDay): number {
  return startOfDay(day) + EIGHT;
}

/** @returns the instant (epoch ms) on a day at which the morning's digest goes out. */
export function digestTime(day: CivilDay): number {
  return startOfDay(day) + HALF_PAST_SEVEN;
}

/** @returns the latest working day from which `before` working days are left until the due day. */
export function dayBefore(calendar: WorkingCalendar, due: CivilDay, before: number): CivilDay {
  let day = due;
  for (let left = before; left > 0;) {
    if (calendar.isWorkingDay(day)) left--;
    day = addDays(day, -1);
  }
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** @returns the first working day after the instant's day, or that day itself while its digest is still to come. */
export function nextDigestDay(calendar: WorkingCalendar, today: CivilDay, now: number): CivilDay {
  return calendar.workingDayFrom(now < digestTime(today) ? today : addDays(today, 1));
}
