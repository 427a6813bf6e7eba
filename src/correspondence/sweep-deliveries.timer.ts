import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

const SWEEP = 'webhook.sweep';
const DAY = 24 * 3_600_000;
/** Days for which the log tells what was sent. */
export const LOGGED_DAYS = 30;

/** Once a day: forgets the tries of more than thirty days ago. Each row writes the next one. */
@Injectable()
@OnOutbox({ topic: SWEEP, within: 'unit' })
export class SweepDeliveries implements OutboxHandler, OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run((tx) => this.post(tx, Math.floor(now / DAY), now));
  }

  async handle(): Promise<void> {
    const now = this.clock.now();
    const next = Math.floor(now / DAY) + 1;
    await this.unitOfWork.run(async (tx) => {
      await tx.delete(WebhookDelivery, { at: LessThan(now - LOGGED_DAYS * DAY) });
      await this.post(tx, next, next * DAY);
    });
  }

  private post(tx: EntityManager, slot: number, runAt: number): Promise<void> {
    return this.outbox.post(tx, { topic: SWEEP, key: `${SWEEP}:${slot}`, payload: {}, runAt });
  }
}
