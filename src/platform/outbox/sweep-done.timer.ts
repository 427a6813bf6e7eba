import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type EntityManager, In, LessThan } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { addDays, type CivilDay, dayOf, startOfDay } from '../kernel/civil-day.js';
import { Clock } from '../kernel/clock.js';
import { type OutboxHandler, OnOutbox } from './on-outbox.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { Outbox } from './outbox.js';

const SWEEP = 'outbox.sweep-done';
/** As long may somebody ask what became of a letter; and a key that is asked for again by then is still known. */
export const DONE_KEPT_DAYS = 90;
const CHUNK = 2_000;
/** 01:45, when hardly anything else is due. */
const AT = 105 * 60_000;

/**
 * Each night: rows that were done three months ago. They hold identifiers only, but without an end they would outgrow
 * the items. Each start sees to it that there is a row for the coming night; each row writes the next one.
 */
@Injectable()
@OnOutbox({ topic: SWEEP, within: 'unit' })
export class SweepDone implements OutboxHandler, OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.unitOfWork.run((tx) => this.postNext(tx));
  }

  async handle({ payload }: OutboxMessage): Promise<void> {
    const before = startOfDay(addDays(dayOf(this.clock.now()), -DONE_KEPT_DAYS));
    await this.unitOfWork.run(async (tx) => {
      const old = await tx.find(OutboxMessage, {
        select: { id: true },
        where: { state: In(['DONE', 'GIVEN_UP']), runAt: LessThan(before) },
        take: CHUNK,
      });
      if (old.length > 0) await tx.delete(OutboxMessage, { id: In(old.map(({ id }) => id)) });
      if (old.length < CHUNK) await this.postNext(tx);
      else await this.post(tx, dayOf(this.clock.now()), Number(payload['round'] ?? 0) + 1, this.clock.now());
    });
  }

  private postNext(tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const today = dayOf(now);
    const night = now < startOfDay(today) + AT ? today : addDays(today, 1);
    return this.post(tx, night, 0, startOfDay(night) + AT);
  }

  private post(tx: EntityManager, night: CivilDay, round: number, runAt: number): Promise<void> {
    const key = `${SWEEP}:${night}:${round}`;
    return this.outbox.post(tx, { topic: SWEEP, key, payload: { round }, runAt });
  }
}
