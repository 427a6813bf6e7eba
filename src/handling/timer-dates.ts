import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { addDays, dayOf, endOfDay } from '../platform/kernel/civil-day.js';
import { lastDayToSupplement } from '../feedback/last-day-to-supplement.js';
import { TERMS } from '../feedback/terms.js';

/**
 * @param asked epoch ms of the request for information.
 * @returns the first instant (epoch ms) after the last working day on which the citizen may supplement.
 */
export function expiryOf(calendar: WorkingCalendar, asked: number): number {
  return endOfDay(lastDayToSupplement(calendar, asked));
}

/**
 * @param answered epoch ms of the answer.
 * @returns the first instant (epoch ms) after the last day in which an answered item waits to be rated.
 */
export function closingOf(answered: number): number {
  return endOfDay(addDays(dayOf(answered), TERMS.closing));
}
