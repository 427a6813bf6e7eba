import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import { Staff } from '../accounts/staff.entity.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { DIGEST_MAIL } from './letter-rows.js';
import { digestTime, nextDigestDay } from './reminder-days.js';

export const DIGEST = 'correspondence.digest';

/**
 * A chain of days: each morning's row writes one row a person and the next working day's row. Its keys name the day,
 * so that several processes make one chain; and since the next row is made when the last one is worked, a week asleep
 * is one late digest and not five.
 */
@Injectable()
export class DigestChain implements OnApplicationBootstrap {
  constructor(
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** The first link, where there is none, or where the last one was given up. */
  async onApplicationBootstrap(): Promise<void> {
    if (await this.reader.manager.existsBy(OutboxMessage, { topic: DIGEST, state: 'WAITING' })) return;
    await this.unitOfWork.run((tx) => this.next(tx));
  }

  /** Joins the open unit of work. */
  async next(tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const day = nextDigestDay(await this.calendar.current(), dayOf(now), now);
    await this.post(tx, day);
  }

  private post(tx: EntityManager, day: CivilDay): Promise<void> {
    const row = { topic: DIGEST, key: `digest:${day}`, payload: { day }, runAt: digestTime(day) };
    return this.outbox.post(tx, row);
  }
}

/** Works a morning's row: today's digest for everybody who wants one, if today is worked. */
@Injectable()
@OnOutbox({ topic: DIGEST, within: 'unit' })
export class DigestMorning implements OutboxHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
    private readonly chain: DigestChain,
  ) {}

  async handle(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.chain.next(tx);
      const now = this.clock.now();
      const today = dayOf(now);
      const isWorked = (await this.calendar.current()).isWorkingDay(today);
      if (!isWorked || now < digestTime(today)) return; // late: the next link tells
      for (const { id } of await readers(tx)) {
        const key = `${DIGEST_MAIL}:${today}:${id}`;
        await this.outbox.post(tx, {
          topic: DIGEST_MAIL,
          key,
          payload: { staffId: id, day: today },
          runAt: now,
        });
      }
    });
  }
}

/** Everybody on the staff with an address and a role, who has not declined. */
async function readers(tx: EntityManager): Promise<Pick<Staff, 'id'>[]> {
  const held = await tx.find(Grant, { select: { staffId: true } });
  const entrusted = new Set(held.map(({ staffId }) => staffId));
  const staff = await tx.find(Staff, {
    select: { id: true },
    where: { active: true, wantsDigest: true, email: Not(IsNull()) },
    order: { id: 'ASC' },
  });
  return staff.filter(({ id }) => entrusted.has(id));
}
