import { addDays, dayOf, endOfDay } from '../platform/kernel/civil-day.js';
import { TERMS } from '../feedback/terms.js';

/**
 * @param answered epoch ms of the answer.
 * @returns the first instant (epoch ms) after the last day in which an answered item waits to be rated.
 */
export function closingOf(answered: number): number {
  return endOfDay(addDays(dayOf(answered), TERMS.closing));
}
