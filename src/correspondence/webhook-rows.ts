import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '../platform/outbox/outbox.js';
import { Webhook } from './webhook.entity.js';

export const WEBHOOK = 'webhook';

/** A change by its number at its partner. */
export interface NumberedChange {
  readonly partnerId: number;
  readonly number: number;
}

/** Puts messages to partners into the outbox, in the unit of work that makes them true. */
@Injectable()
export class WebhookRows {
  constructor(private readonly outbox: Outbox) {}

  /** Nothing where the partner has no webhook that is switched on. */
  async post(tx: EntityManager, { partnerId, number }: NumberedChange, runAt: number): Promise<void> {
    if (!(await tx.existsBy(Webhook, { partnerId, active: true }))) return;
    const key = `${WEBHOOK}:${partnerId}:${number}`;
    await this.outbox.post(tx, { topic: WEBHOOK, key, payload: { partnerId, number }, runAt });
  }

  /** A message that says nothing, to see whether it arrives. @param now tells two tests apart. */
  async postTest(tx: EntityManager, partnerId: number, now: number): Promise<void> {
    const key = `${WEBHOOK}:${partnerId}:test:${now}`;
    await this.outbox.post(tx, {
      topic: WEBHOOK,
      key,
      payload: { partnerId, number: 0, test: now },
      runAt: now,
    });
  }
}
