import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../feedback/actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import type { Action } from '../feedback/transition.js';
import type { State } from '../feedback/state.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { OutboxPayload } from '../platform/outbox/outbox-message.entity.js';

/** A step that time takes: it applies while the item still stands where the cause left it. */
export interface TimedStep {
  readonly action: Action;
  /** The state in which it applies. */
  readonly state: State;
  /** The action whose last entry must be the one that set the timer. */
  readonly cause: Action;
}

/** Does the steps of the system when their time has come. */
@Injectable()
export class TimedSteps {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feedback: FeedbackService,
  ) {}

  /**
   * Joins the worker's unit of work, so that the step and the row's end are one.
   * @returns whether the step was taken; false where the item has moved on.
   */
  async take({ action, state, cause }: TimedStep, payload: OutboxPayload): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const item = await tx.findOneBy(Feedback, { id: Number(payload.feedbackId) });
      if (item?.state !== state) return false;
      const last = await tx.findOne(JournalEntry, {
        where: { feedbackId: item.id, action: cause },
        order: { seq: 'DESC' },
      });
      if (last?.seq !== Number(payload.seq)) return false;
      await this.feedback.transition({ id: item.id, expectedVersion: item.version }, action, {}, SYSTEM);
      return true;
    });
  }
}
