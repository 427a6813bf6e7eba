import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { type JournalListener, OnJournalEntry } from '../feedback/on-journal-entry.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { closingOf, expiryOf } from './timer-dates.js';

export const EXPIRE_REQUEST = 'handling.expire-request';
export const CLOSE_ANSWERED = 'handling.close-answered';

/**
 * Writes down what will have to happen by itself. The row names the entry that caused it: a later request or answer
 * has a row of its own, and the earlier one then finds nothing to do.
 */
@Injectable()
@OnJournalEntry({ order: 300 })
export class ScheduleTimers implements JournalListener {
  constructor(
    private readonly calendar: CalendarService,
    private readonly outbox: Outbox,
  ) {}

  async onJournalEntry(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    if (entry.action === 'requestInfo') {
      const runAt = expiryOf(await this.calendar.current(), entry.effectiveAt);
      await this.post(tx, EXPIRE_REQUEST, item.id, entry.seq, runAt);
    }
    if (entry.action === 'approve')
      await this.post(tx, CLOSE_ANSWERED, item.id, entry.seq, closingOf(entry.effectiveAt));
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
