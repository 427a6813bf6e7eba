import {
  type DeadlineRecord,
  extendDeadline,
  isPaused,
  pauseDeadline,
  promise,
  recomputeDeadline,
  resumeDeadline,
} from '../calendar/promise.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Subject } from './classification.js';
import type { Transition } from './transition.js';
import { TERMS } from './terms.js';

/** The promise made on a day: the answer comes by the end of the last working day of the subject's term (C3). */
export function promiseFor(calendar: WorkingCalendar, subject: Subject, start: CivilDay): DeadlineRecord {
  return promise(calendar, { start, term: TERMS.handling[subject], rule: `handling.${subject}` });
}

/** @returns the deadline after a step of the lifecycle; the same record where the step leaves the clock alone. */
export function deadlineAfter(
  clock: Transition['clock'],
  record: DeadlineRecord,
  calendar: WorkingCalendar,
  subject: Subject,
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
    case 'restart':
      return promiseFor(calendar, subject, today);
    default:
      return record;
  }
}
