import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { TERMS } from './terms.js';

/**
 * @param asked epoch ms of the request for information.
 * @returns the last working day on which the citizen may supplement.
 */
export function lastDayToSupplement(calendar: WorkingCalendar, asked: number): CivilDay {
  return calendar.addWorkingDays(dayOf(asked), TERMS.supplement).due;
}
