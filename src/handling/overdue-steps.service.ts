import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import { SYSTEM } from '../feedback/actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import { OPEN } from '../feedback/state.js';
import type { TransitionTarget } from '../feedback/transition-input.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { overduePlan, type OverdueStanding, type OverdueStep } from './overdue-plan.js';

/** Does for an overdue item what time has brought, and nothing twice. */
@Injectable()
export class OverdueSteps {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly feedback: FeedbackService,
  ) {}

  /**
   * Looks at the item as it stands now: whoever was answered, paused or given a later day meanwhile gets nothing.
   * @returns when to look again, epoch ms; null where nothing more is to come for this due day.
   */
  take(feedbackId: number): Promise<number | null> {
    return this.unitOfWork.run(async (tx) => {
      const item = await tx.findOneBy(Feedback, { id: feedbackId });
      if (!item) return null;
      const calendar = await this.calendar.current();
      const { steps, next } = overduePlan(calendar, await standingOf(tx, item), this.clock.now());
      // By the version that the plan was made for: another process may have done the same from another row meanwhile.
      let { version } = item;
      for (const step of steps) version = await this.step({ id: feedbackId, expectedVersion: version }, step);
      return next;
    });
  }

  /** @returns the item's version after it. */
  private async step(target: TransitionTarget, step: OverdueStep): Promise<number> {
    const input = step.action === 'apologise' ? { newDay: step.newDay } : { facts: { level: step.level } };
    return (await this.feedback.transition(target, step.action, input, SYSTEM)).version;
  }
}

/** What was told is counted from the apology on with which the item's being overdue began. */
async function standingOf(tx: EntityManager, item: Feedback): Promise<OverdueStanding> {
  const { id, state, apologyDay } = item;
  const waiting = state === 'NEEDS_INFO';
  if (!OPEN.includes(state)) return { overdueAfter: null, waiting, apologised: false, escalated: [] };
  const told = await tx.find(JournalEntry, {
    where: { feedbackId: id, action: In(['apologise', 'escalate']) },
    order: { seq: 'ASC' },
  });
  const since = told.findLastIndex(({ action }) => action === 'apologise');
  const escalated =
    apologyDay === null ? [] : told.slice(since + 1).map(({ details }) => Number(details?.['level']));
  return { overdueAfter: item.overdueAfter, waiting, apologised: apologyDay !== null, escalated };
}
