import {
  type DeadlineRecord,
  extendDeadline,
  isPaused,
  pauseDeadline,
  recomputeDeadline,
  resumeDeadline,
} from '../calendar/promise.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Transition } from './transition.js';
import { TERMS } from './terms.js';

/**
 * @returns the deadline after a step of the lifecycle; the same record where the step leaves the clock alone. A clock
 *   that begins anew (`restart`) is a promise of its own: promises.service.ts.
 */
export function deadlineAfter(
  clock: Transition['clock'],
  record: DeadlineRecord,
  calendar: WorkingCalendar,
  today: CivilDay,
): DeadlineRecord {
  switch (clock) {
    case 'pause':
      return pauseDeadline(calendar, record, today);
    case 'resume':
      return isPaused(record) ? resumeDeadline(calendar, record, today) : record;
    case 'extend':
      return extendDeadline(calendar, record, TERMS.extension, today);
    case 'recompute':
      return recomputeDeadline(calendar, record);
    default:
      return record;
  }
}
