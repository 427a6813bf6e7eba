import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type FindOptionsWhere, In, LessThanOrEqual, MoreThan } from 'typeorm';
import { type AuditActor, AuditTrail } from '../audit/audit-trail.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../kernel/clock.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** What went wrong, and what a person does about it: the administrator's page and the command share it. */
@Injectable()
export class OutboxTroubles {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns parked rows first, then those that failed and will be tried again, next ones first. */
  list(most: number): Promise<OutboxMessage[]> {
    return this.source.manager.find(OutboxMessage, {
      where: [{ state: 'PARKED' }, { state: 'WAITING', attempts: MoreThan(0) }],
      order: { state: 'ASC', runAt: 'ASC', id: 'ASC' },
      take: most,
    });
  }

  count(state: 'PARKED' | 'WAITING'): Promise<number> {
    const where = state === 'PARKED' ? { state } : { state, attempts: MoreThan(0) };
    return this.source.manager.countBy(OutboxMessage, where);
  }

  /** @returns how long the oldest row that is due has waited, in milliseconds; null when nothing waits. */
  async oldestDue(): Promise<number | null> {
    const now = this.clock.now();
    const where = { state: 'WAITING' as const, runAt: LessThanOrEqual(now) };
    const oldest = await this.source.manager.findOne(OutboxMessage, { where, order: { runAt: 'ASC' } });
    return oldest && now - oldest.runAt;
  }

  /** @returns when the last row of these topics was due that is done, epoch ms; null when none is known. */
  async lastDone(topics: readonly string[]): Promise<number | null> {
    const where = { state: 'DONE' as const, topic: In([...topics]) };
    const last = await this.source.manager.findOne(OutboxMessage, { where, order: { runAt: 'DESC' } });
    return last?.runAt ?? null;
  }

  /** Gives a row a whole new round of tries, beginning now. @returns false when it is no longer in trouble. */
  async retry(id: number, by: AuditActor): Promise<boolean> {
    return (await this.change(this.troubled(id), this.anew(), by, 'retry')) > 0;
  }

  /** @returns how many parked rows will be tried again. */
  retryParked(by: AuditActor): Promise<number> {
    return this.change([{ state: 'PARKED' }], this.anew(), by, 'retry');
  }

  /** A person decides that it is not to happen. @returns false when it is no longer in trouble. */
  async giveUp(id: number, by: AuditActor): Promise<boolean> {
    return (await this.change(this.troubled(id), { state: 'GIVEN_UP' }, by, 'giveUp')) > 0;
  }

  /** Not what a worker has in its hands at this moment. */
  private troubled(id: number): FindOptionsWhere<OutboxMessage>[] {
    const idle = LessThanOrEqual(this.clock.now());
    return [
      { id, state: 'PARKED' },
      { id, state: 'WAITING', attempts: MoreThan(0), claimedUntil: idle },
    ];
  }

  private anew(): Partial<OutboxMessage> {
    return { state: 'WAITING', attempts: 0, unreported: 0, runAt: this.clock.now(), claimedUntil: 0 };
  }

  private change(
    rows: FindOptionsWhere<OutboxMessage>[],
    change: Partial<OutboxMessage>,
    by: AuditActor,
    verb: string,
  ): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      let changed = 0;
      for (const where of rows) changed += (await tx.update(OutboxMessage, where, change)).affected ?? 0;
      const subject = typeof rows[0]?.id === 'number' ? rows[0].id : 'parked';
      const note = { action: `outbox.${verb}`, subjectKind: 'outbox', subject, details: { rows: changed } };
      if (changed > 0) await this.audit.record(tx, by, note);
      return changed;
    });
  }
}
