import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type EntityManager, In, IsNull, LessThan, MoreThan } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import { OPEN } from '../feedback/state.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type CivilDay, dayOf, endOfDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { LOOK_AFTER_OVERDUE } from './schedule-timers.js';

const SWEEP = 'handling.sweep-overdue';
const CHUNK = 500;
const MINUTE = 60_000;
const ATTENDED = OPEN.filter((state) => state !== 'NEEDS_INFO');

/**
 * Once a day, for what has no timer of its own: items that are older than the timers, and those whose timer was lost.
 * Each start of the program sees to it that there is a row for today; each day's row writes that of the next.
 */
@Injectable()
@OnOutbox({ topic: SWEEP, within: 'unit' })
export class SweepOverdue implements OutboxHandler, OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run((tx) => this.post(tx, dayOf(now), 0, now));
  }

  async handle({ payload }: OutboxMessage): Promise<void> {
    const now = this.clock.now();
    const today = dayOf(now);
    await this.unitOfWork.run(async (tx) => {
      const found = await unattended(tx, today, Number(payload['after']));
      for (const { id } of found) {
        const key = `${LOOK_AFTER_OVERDUE}:${id}:swept:${today}`;
        await this.outbox.post(tx, {
          topic: LOOK_AFTER_OVERDUE,
          key,
          payload: { feedbackId: id },
          runAt: now,
        });
      }
      const last = found.at(-1);
      if (last && found.length === CHUNK) await this.post(tx, today, last.id, now);
      else await this.post(tx, dayOf(endOfDay(today)), 0, endOfDay(today) + MINUTE);
    });
  }

  private post(tx: EntityManager, day: CivilDay, after: number, runAt: number): Promise<void> {
    return this.outbox.post(tx, { topic: SWEEP, key: `${SWEEP}:${day}:${after}`, payload: { after }, runAt });
  }
}

/** Overdue, not waiting for the citizen, and nobody has apologised. */
function unattended(tx: EntityManager, today: CivilDay, after: number): Promise<Feedback[]> {
  return tx.find(Feedback, {
    select: { id: true },
    where: { id: MoreThan(after), state: In(ATTENDED), overdueAfter: LessThan(today), apologyDay: IsNull() },
    order: { id: 'ASC' },
    take: CHUNK,
  });
}
