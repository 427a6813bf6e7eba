import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { LessThanOrEqual } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../kernel/clock.js';
import { type OutboxHandler, OnOutbox } from './on-outbox.js';
import { OutboxMessage } from './outbox-message.entity.js';

const BATCH = 50;
const LEASE = 5 * 60_000;
const ATTEMPTS = 8;
const MINUTE = 60_000;

interface Registered {
  readonly handler: OutboxHandler;
  readonly within: 'unit' | 'nothing';
}

/** Works what is due. Several workers may run: a row is claimed by a conditional update, so one of them wins it. */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap {
  private readonly handlers = new Map<string, Registered>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    for (const wrapper of this.discovery.getProviders({ metadataKey: OnOutbox.KEY })) {
      const mark = this.discovery.getMetadataByDecorator(OnOutbox, wrapper);
      if (mark)
        this.handlers.set(mark.topic, { handler: wrapper.instance as OutboxHandler, within: mark.within });
    }
  }

  /** @returns how many rows were worked, well or not; call again until it is 0. */
  async runDue(): Promise<number> {
    const claimed = await this.claim();
    for (const message of claimed) await this.work(message);
    return claimed.length;
  }

  private claim(): Promise<OutboxMessage[]> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const due = await tx.find(OutboxMessage, {
        where: { state: 'WAITING', runAt: LessThanOrEqual(now), claimedUntil: LessThanOrEqual(now) },
        order: { runAt: 'ASC', id: 'ASC' },
        take: BATCH,
      });
      const mine: OutboxMessage[] = [];
      for (const message of due) {
        const { id, claimedUntil } = message;
        const asSeen = { id, claimedUntil, state: 'WAITING' as const };
        const { affected } = await tx.update(OutboxMessage, asSeen, { claimedUntil: now + LEASE });
        if (affected === 1) mine.push(message);
      }
      return mine;
    });
  }

  private async work(message: OutboxMessage): Promise<void> {
    try {
      const registered = this.handlers.get(message.topic);
      if (!registered) throw new Error(`nobody works the topic ${message.topic}`);
      const { handler, within } = registered;
      if (within === 'nothing') await handler.handle(message);
      await this.unitOfWork.run(async (tx) => {
        if (within === 'unit') await handler.handle(message);
        await tx.update(OutboxMessage, { id: message.id }, { state: 'DONE', claimedUntil: 0 });
      });
    } catch (error) {
      await this.putBack(message, error);
    }
  }

  /** Tries again after 1, 2, 4 … minutes; what keeps failing is parked, with its reason, where a person sees it. */
  private async putBack(message: OutboxMessage, error: unknown): Promise<void> {
    const attempts = message.attempts + 1;
    const state = attempts >= ATTEMPTS ? ('PARKED' as const) : ('WAITING' as const);
    const lastError = (error instanceof Error ? error.message : 'unknown').slice(0, 300);
    const runAt = this.clock.now() + MINUTE * 2 ** (attempts - 1);
    await this.unitOfWork.run((tx) =>
      tx.update(OutboxMessage, { id: message.id }, { attempts, state, lastError, runAt, claimedUntil: 0 }),
    );
  }
}
