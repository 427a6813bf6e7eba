import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Choices } from '../platform/installation/choices.service.js';
import { addDays, type CivilDay, dayOf, startOfDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { NightlyErasure } from './erasure-night.service.js';
import { retention } from './retention.js';

const ERASE = 'personal.erase-due';
/** 02:15: after midnight's timers, before anybody is at a desk. */
const AT = 135 * 60_000;

/**
 * Each night: what was kept long enough, and what submitters asked to erase. Each start sees to it that there is a row
 * for the coming night; each row writes the next one. A night that is not done in one row goes on in the next.
 */
@Injectable()
@OnOutbox({ topic: ERASE, within: 'nothing' })
export class EraseDue implements OutboxHandler, OnApplicationBootstrap {
  constructor(
    private readonly nightly: NightlyErasure,
    private readonly choices: Choices,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.unitOfWork.run((tx) => this.postNext(tx));
  }

  async handle({ payload }: OutboxMessage): Promise<void> {
    await this.unitOfWork.run((tx) => this.postNext(tx));
    if (await this.nightly.work(await this.choices.get(retention))) return;
    const round = Number(payload['round'] ?? 0) + 1;
    await this.unitOfWork.run((tx) => this.post(tx, dayOf(this.clock.now()), round, this.clock.now()));
  }

  private postNext(tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const today = dayOf(now);
    const night = now < startOfDay(today) + AT ? today : addDays(today, 1);
    return this.post(tx, night, 0, startOfDay(night) + AT);
  }

  private post(tx: EntityManager, night: CivilDay, round: number, runAt: number): Promise<void> {
    const key = `${ERASE}:${night}:${round}`;
    return this.outbox.post(tx, { topic: ERASE, key, payload: { round }, runAt });
  }
}
