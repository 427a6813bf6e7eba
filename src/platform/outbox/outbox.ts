import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OutboxMessage, type OutboxPayload } from './outbox-message.entity.js';

export interface Outgoing {
  readonly topic: string;
  /** Unique for ever, for example `close:17:3`. */
  readonly key: string;
  readonly payload: OutboxPayload;
  /** Epoch ms; not before this instant. */
  readonly runAt: number;
}

@Injectable()
export class Outbox {
  /** Writes it down in the caller's unit of work; a known key is left as it is. */
  async post(tx: EntityManager, { topic, key, payload, runAt }: Outgoing): Promise<void> {
    const row = {
      topic,
      key,
      payload,
      runAt,
      state: 'WAITING' as const,
      attempts: 0,
      unreported: 0,
      claimedUntil: 0,
      lastError: null,
    };
    await tx
      .createQueryBuilder()
      .insert()
      .into(OutboxMessage)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
  }
}
