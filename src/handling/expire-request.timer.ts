import { Injectable } from '@nestjs/common';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { EXPIRE_REQUEST } from './schedule-timers.js';
import { TimedSteps } from './timed-steps.service.js';

/** A request for information that nobody answered ends the item. */
@Injectable()
@OnOutbox({ topic: EXPIRE_REQUEST, within: 'unit' })
export class ExpireRequest implements OutboxHandler {
  constructor(private readonly steps: TimedSteps) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    await this.steps.take({ action: 'expire', state: 'NEEDS_INFO', cause: 'requestInfo' }, payload);
  }
}
