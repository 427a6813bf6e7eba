import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Partner } from '../accounts/partner.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import type { WebhookFault } from './webhook-fault.js';

const FIRST_REST = 30_000;
const LONGEST_REST = 10 * 60_000;

/** One try: which message, the how-manieth, and when it began (epoch ms). */
export type Tried = Pick<WebhookDelivery, 'partnerId' | 'event' | 'attempt' | 'at'>;

/** The log of what was sent to partners, and how their servers are doing. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns the partner's webhook, asked where it is written; null where partner or webhook are switched off. */
  open(partnerId: number): Promise<Webhook | null> {
    return this.unitOfWork.run(async (tx) => {
      const isActive = await tx.existsBy(Partner, { id: partnerId, active: true });
      return isActive ? tx.findOneBy(Webhook, { partnerId, active: true }) : null;
    });
  }

  async arrived(tried: Tried, status: number): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.log(tx, tried, status, null);
      await tx.update(Webhook, { partnerId: tried.partnerId }, { restingUntil: 0, failures: 0 });
    });
  }

  /** Afterwards nothing is sent for a while, for longer each time, so that a server that hangs costs nobody else. */
  async failed(tried: Tried, { fault, status, isLasting }: WebhookFault): Promise<void> {
    const { partnerId } = tried;
    await this.unitOfWork.run(async (tx) => {
      await this.log(tx, tried, status, fault);
      if (isLasting) return;
      const { failures } = (await tx.findOneBy(Webhook, { partnerId })) ?? { failures: 0 };
      const rest = Math.min(FIRST_REST * 2 ** Math.min(failures, 10), LONGEST_REST);
      const restingUntil = this.clock.now() + rest;
      await tx.update(Webhook, { partnerId }, { restingUntil, failures: failures + 1 });
    });
  }

  /** @param before the id to go on below; null for the newest. @returns at most `limit` tries, newest first. */
  list(partnerId: number, before: number | null, limit: number): Promise<WebhookDelivery[]> {
    const query = this.source.manager
      .createQueryBuilder(WebhookDelivery, 'try')
      .where('try.partnerId = :partnerId', { partnerId });
    if (before !== null) query.andWhere('try.id < :before', { before });
    return query.orderBy('try.id', 'DESC').limit(limit).getMany();
  }

  private async log(
    tx: EntityManager,
    tried: Tried,
    status: number | null,
    fault: string | null,
  ): Promise<void> {
    const ms = Math.max(0, this.clock.now() - tried.at);
    await tx.insert(WebhookDelivery, { ...tried, ms, status, fault });
  }
}
