import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../feedback/actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { OPEN } from '../feedback/state.js';
import { StaleVersionError } from '../platform/kernel/errors.js';
import { Clock } from '../platform/kernel/clock.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { CalendarImpact, CalendarMove } from './calendar-impact.js';
import { LOOK_AFTER_OVERDUE } from './schedule-timers.js';

export const RECALCULATE_LATE = 'handling.recalculate-late';
const LATER = 2 * 60_000;

/** Steps in a row before others get their turn: the SQLite driver is synchronous. */
const BREATH = 5;
const TRIES = 3;

/** Moves the days of items: one journal entry each, with the day before and after. */
@Injectable()
export class RecalculateItems {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param year of the calendar that changed; null where several did.
   * @param revision of the calendar that is now in force: each wakes the overdue items once.
   */
  async move(
    tx: EntityManager,
    impact: CalendarImpact,
    year: number | null,
    revision: string,
  ): Promise<void> {
    for (const [index, move] of [...impact.moved, ...impact.explained].entries()) {
      await this.one(tx, move, year ?? Number(move.dueAfter.slice(0, 4)));
      if (index % BREATH === 0) await nextTurn();
    }
    for (const feedbackId of impact.overdue) {
      const key = `${LOOK_AFTER_OVERDUE}:${feedbackId}:calendar:${revision}`;
      const runAt = this.clock.now();
      await this.outbox.post(tx, { topic: LOOK_AFTER_OVERDUE, key, payload: { feedbackId }, runAt });
    }
  }

  /** Has the open items looked through once more: somebody may have promised by the former calendar meanwhile. */
  lookAgain(tx: EntityManager, revision: string): Promise<void> {
    const key = `${RECALCULATE_LATE}:${revision}`;
    const runAt = this.clock.now() + LATER;
    return this.outbox.post(tx, { topic: RECALCULATE_LATE, key, payload: { revision }, runAt });
  }

  /** On PostgreSQL somebody may take a step in between: then the item is looked at again. */
  private async one(
    tx: EntityManager,
    { id, version }: Pick<CalendarMove, 'id' | 'version'>,
    year: number,
    tries = TRIES,
  ): Promise<void> {
    try {
      const target = { id, expectedVersion: version };
      await this.feedback.transition(target, 'recalculate', { facts: { year } }, SYSTEM);
    } catch (error) {
      if (!(error instanceof StaleVersionError) || tries <= 1) throw error;
      const now = await tx.findOneByOrFail(Feedback, { id });
      if (OPEN.includes(now.state)) await this.one(tx, now, year, tries - 1);
    }
  }
}
