import { deadlineLines } from './deadline-lines.js';
import { type DeadlineRecord, isOverdue, isPaused } from './promise.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Message } from '../platform/kernel/errors.js';

/** The promised date as the component `deadline` prints it. */
export interface PromiseView {
  readonly due: CivilDay;
  /** How it was worked out, a line each. */
  readonly lines: readonly Message[];
  /** The working days, one by one. */
  readonly counted: readonly CivilDay[];
  readonly paused: boolean;
  readonly late: boolean;
}

/** @param today null where lateness is not the question: on receipts, and once it is answered. */
export function promiseView(record: DeadlineRecord, today: CivilDay | null): PromiseView {
  return {
    due: record.due,
    lines: deadlineLines(record),
    counted: record.counted,
    paused: isPaused(record),
    late: today !== null && isOverdue(record, today),
  };
}
