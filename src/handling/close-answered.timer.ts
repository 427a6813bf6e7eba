import { Injectable } from '@nestjs/common';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { CLOSE_ANSWERED } from './schedule-timers.js';
import { TimedSteps } from './timed-steps.service.js';

/** An answer that nobody rated closes by itself. */
@Injectable()
@OnOutbox({ topic: CLOSE_ANSWERED, within: 'unit' })
export class CloseAnswered implements OutboxHandler {
  constructor(private readonly steps: TimedSteps) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    await this.steps.take({ action: 'close', state: 'ANSWERED', cause: 'approve' }, payload);
  }
}
