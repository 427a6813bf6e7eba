import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { type JournalListener, OnJournalEntry } from '../feedback/on-journal-entry.js';
import { lastDayTold } from '../feedback/last-day-to-supplement.js';
import { OPEN } from '../feedback/state.js';
import { endOfDay } from '../platform/kernel/civil-day.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { closingOf } from './timer-dates.js';

export const EXPIRE_REQUEST = 'handling.expire-request';
export const CLOSE_ANSWERED = 'handling.close-answered';
export const LOOK_AFTER_OVERDUE = 'handling.overdue';

/** The steps that set the due day in force, or set it going again. */
const MOVES_THE_DAY: readonly JournalEntry['action'][] = [
  'submit',
  'supplement',
  'extend',
  'reopen',
  'recalculate',
];

/**
 * Writes down what will have to happen by itself. The row names the entry that caused it: a later request, answer or due
 * day has a row of its own, and the earlier one then finds nothing to do.
 */
@Injectable()
@OnJournalEntry({ order: 300 })
export class ScheduleTimers implements JournalListener {
  constructor(private readonly outbox: Outbox) {}

  async onJournalEntry(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    const { action, effectiveAt, seq } = entry;
    const until = lastDayTold(entry);
    if (action === 'requestInfo' && until !== null)
      await this.post(tx, EXPIRE_REQUEST, item.id, seq, endOfDay(until));
    if (action === 'approve') await this.post(tx, CLOSE_ANSWERED, item.id, seq, closingOf(effectiveAt));
    if (MOVES_THE_DAY.includes(action) && OPEN.includes(item.state) && item.overdueAfter !== null)
      await this.post(tx, LOOK_AFTER_OVERDUE, item.id, seq, endOfDay(item.overdueAfter));
  }

  private post(
    tx: EntityManager,
    topic: string,
    feedbackId: number,
    seq: number,
    runAt: number,
  ): Promise<void> {
    return this.outbox.post(tx, {
      topic,
      key: `${topic}:${feedbackId}:${seq}`,
      payload: { feedbackId, seq },
      runAt,
    });
  }
}
