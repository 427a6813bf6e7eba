import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import type { JournalEntry } from './journal-entry.entity.js';
import { TERMS } from './terms.js';

/**
 * @param asked epoch ms of the request for information.
 * @returns the last working day on which the citizen may supplement.
 */
export function lastDayToSupplement(calendar: WorkingCalendar, asked: number): CivilDay {
  return calendar.addWorkingDays(dayOf(asked), TERMS.supplement).due;
}

/**
 * The day that a request for information names: it was told to the citizen, so that neither a later calendar nor other
 * settings take it back. The timer and the citizen's page both go by it.
 * @returns null for other entries, and for requests of the time before the day was written down.
 */
export function lastDayTold({ details }: Pick<JournalEntry, 'details'>): CivilDay | null {
  const day = details?.['supplementBy'];
  return typeof day === 'string' ? day : null;
}
