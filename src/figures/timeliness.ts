import { dayOf, type CivilDay } from '../platform/kernel/civil-day.js';
import type { FigureEntry } from './figure-entry.js';
import type { Standing } from './item-books.js';

export type Timeliness = 'EARLY' | 'ON_TIME' | 'LATE';

/**
 * Whether an answer came on a day before, on or after its due day.
 * @param due the due day to measure by: in force (`dueDay`) or without the extension (`plainDueDay`).
 */
export function timelinessOf(answer: FigureEntry, due: CivilDay = answer.dueDay): Timeliness {
  const day = dayOf(answer.recordedAt);
  if (day < due) return 'EARLY';
  return day === due ? 'ON_TIME' : 'LATE';
}

/** In time by the due day in force, late by the one without the extension: “nhờ gia hạn”. */
export function thanksToExtension(answer: FigureEntry): boolean {
  return timelinessOf(answer) !== 'LATE' && timelinessOf(answer, answer.plainDueDay) === 'LATE';
}

/**
 * Overdue begins at midnight after the due day and never waits for an overdue entry. While the citizen is asked, the
 * clock stands: an item paused in term stays in term, one paused when it already was overdue stays overdue.
 */
export function isOverdue({ entry, pause }: Standing, dayOfT: CivilDay): boolean {
  // The due day is that of the last entry, also in a pause: a change of the calendar may have moved it meanwhile.
  return entry.dueDay < (pause ? dayOf(pause.recordedAt) : dayOfT);
}
