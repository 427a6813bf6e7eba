import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { OverdueSteps } from './overdue-steps.service.js';
import { LOOK_AFTER_OVERDUE } from './schedule-timers.js';

/** At the end of the due day, and again when the next step would be due: apology, the head, the superior agency. */
@Injectable()
@OnOutbox({ topic: LOOK_AFTER_OVERDUE, within: 'unit' })
export class OverdueTimer implements OutboxHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: OverdueSteps,
    private readonly outbox: Outbox,
  ) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    const feedbackId = Number(payload['feedbackId']);
    const next = await this.steps.take(feedbackId);
    if (next === null) return;
    const key = `${LOOK_AFTER_OVERDUE}:${feedbackId}:at:${dayOf(next)}`;
    await this.unitOfWork.run((tx) =>
      this.outbox.post(tx, { topic: LOOK_AFTER_OVERDUE, key, payload: { feedbackId }, runAt: next }),
    );
  }
}
