import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { OPEN } from '../feedback/state.js';
import { TERMS } from '../feedback/terms.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { LetterRows } from './letter-rows.js';
import { Recipients } from './recipients.query.js';
import { dayBefore, reminderTime } from './reminder-days.js';

export const DUE_SOON = 'correspondence.due-soon';
type Due = Pick<Feedback, 'id' | 'dueDay'>;

/** Plans reminders, one row for each day: two working days before the promised date, and on the day itself. */
@Injectable()
export class DueSoonPlan {
  constructor(
    private readonly outbox: Outbox,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** The first of the two; what is too late for it is reminded on the day. */
  async begin(tx: EntityManager, { dueDay }: JournalEntry, { id }: Feedback): Promise<void> {
    const before = reminderTime(dayBefore(await this.calendar.current(), dueDay, TERMS.reminderBefore));
    if (before > this.clock.now()) await this.post(tx, { id, dueDay }, 'before', before);
    else await this.onTheDay(tx, { id, dueDay });
  }

  async onTheDay(tx: EntityManager, { id, dueDay }: Due): Promise<void> {
    const morning = reminderTime(dueDay);
    if (morning > this.clock.now()) await this.post(tx, { id, dueDay }, 'day', morning);
  }

  private post(tx: EntityManager, { id, dueDay }: Due, when: string, runAt: number): Promise<void> {
    const payload = { feedbackId: id, dueDay, when };
    return this.outbox.post(tx, {
      topic: DUE_SOON,
      key: `${DUE_SOON}:${id}:${dueDay}:${when}`,
      payload,
      runAt,
    });
  }
}

/** Reminds whoever works on an item, if it still waits and its date is still this one. */
@Injectable()
@OnOutbox({ topic: DUE_SOON, within: 'unit' })
export class DueSoon implements OutboxHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly plan: DueSoonPlan,
    private readonly recipients: Recipients,
    private readonly rows: LetterRows,
  ) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const item = await tx.findOneBy(Feedback, { id: Number(payload.feedbackId) });
      const now = this.clock.now();
      if (!item || !isDue(item, String(payload.dueDay), dayOf(now))) return;
      const when = String(payload.when);
      if (when === 'before') await this.plan.onTheDay(tx, item);
      const people = await this.recipients.workingOn(tx, item);
      const about = `${item.id}:${item.dueDay}:${when}:dueSoon`;
      const letter = { feedbackId: item.id, dueDay: item.dueDay, letter: 'dueSoon' };
      await this.rows.toOfficers(tx, people, { about, payload: letter }, now);
    });
  }
}

/** Moved, answered, paused, or past already (the others tell of that): nothing to remind of. */
export function isDue(
  { state, dueDay, overdueAfter }: Pick<Feedback, 'state' | 'dueDay' | 'overdueAfter'>,
  planned: string,
  today: string,
): boolean {
  return OPEN.includes(state) && dueDay === planned && overdueAfter === dueDay && today <= dueDay;
}
