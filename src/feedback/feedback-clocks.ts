import type { DeadlineRecord } from '../calendar/promise.js';
import { DayColumn, InstantColumn, JsonColumn } from '../platform/database/columns.js';
import { FeedbackWords } from './feedback-words.js';

/** When an item came, moved and ended, and by when each part of the work is promised. */
export abstract class FeedbackClocks extends FeedbackWords {
  /** When it was sent; of what staff entered, the beginning of the day on which it was received. */
  @InstantColumn()
  submittedAt: number;

  /** When its last step was taken: what has moved since yesterday stands together in the queue. */
  @InstantColumn({ default: 0 })
  changedAt: number;

  /** The promised date (C3): answered on this day is on time. */
  @DayColumn()
  dueDay: string;

  /** The promised date as it would be without the extension. */
  @DayColumn()
  plainDueDay: string;

  @JsonColumn()
  deadline: DeadlineRecord;

  /** Overdue once this day has passed: the due day; null while a pause that began in term holds that off. */
  @DayColumn({ nullable: true })
  overdueAfter: string | null;

  /** The day told with the apology when it was overdue: a hope for the citizen, no due day. */
  @DayColumn({ nullable: true })
  apologyDay: string | null;

  /** C1: taken in, refused or asked about by the end of this day. */
  @DayColumn()
  triageDueDay: string;

  /** C2: transferred by the end of this day, five working days after booking (Đ.9 NĐ 20/2008/NĐ-CP). */
  @DayColumn({ nullable: true })
  forwardDueDay: string | null;

  @InstantColumn({ nullable: true })
  answeredAt: number | null;

  /** Since when the submitter's request to erase waits; the submitter may take it back. */
  @InstantColumn({ nullable: true })
  erasureAskedAt: number | null;

  /** When everything personal was erased; what is left are codes, days and numbers. */
  @InstantColumn({ nullable: true })
  erasedAt: number | null;
}
