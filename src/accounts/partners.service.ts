import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { isUniqueViolation } from '../platform/database/database-fault.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Partner } from './partner.entity.js';
import { PartnerKey } from './partner-key.entity.js';

/** What an administrator says of a partner. */
export type PartnerFacts = Pick<Partner, 'name' | 'channel' | 'agencyId'>;

/** Partners as administrators change them; each change has its entry in the trail. */
@Injectable()
export class Partners {
  constructor(
    private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async byId(id: number, manager: EntityManager = this.source.manager): Promise<Partner> {
    const partner = await manager.findOneBy(Partner, { id });
    if (partner) return partner;
    throw new DomainError('not-found', 'errors.notFound');
  }

  /** @returns all of them, active ones first, by name. */
  list(): Promise<Partner[]> {
    return this.source.manager.find(Partner, { order: { active: 'DESC', name: 'ASC' } });
  }

  /** @returns the new partner's number. @throws DomainError invalid beside `name` where it is taken. */
  add(facts: PartnerFacts, by: AuditActor): Promise<number> {
    const work = this.unitOfWork.run(async (tx) => {
      const row = { ...facts, active: true, createdAt: this.clock.now() };
      const { id } = await tx.save(Partner, row);
      await this.note(tx, by, 'partner.add', id, facts);
      return id;
    });
    return work.catch(nameTaken);
  }

  /** @throws DomainError not-found; invalid beside `name` where it is taken. */
  async change(id: number, facts: PartnerFacts, by: AuditActor): Promise<void> {
    const work = this.unitOfWork.run(async (tx) => {
      await this.byId(id, tx);
      await tx.update(Partner, { id }, facts);
      await this.note(tx, by, 'partner.change', id, facts);
    });
    await work.catch(nameTaken);
  }

  /** Suspending stops all of the partner's keys at once; its items stay. @throws DomainError not-found */
  async setActive(id: number, active: boolean, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const partner = await this.byId(id, tx);
      if (partner.active === active) return;
      await tx.update(Partner, { id }, { active });
      await this.audit.record(tx, by, {
        action: active ? 'partner.reinstate' : 'partner.suspend',
        subjectKind: 'partner',
        subject: id,
      });
    });
  }

  /** @returns the partner's keys, those in force first, newest first. */
  keys(partnerId: number): Promise<PartnerKey[]> {
    return this.source.manager.find(PartnerKey, { where: { partnerId }, order: { id: 'DESC' } });
  }

  /** @returns how many keys of each partner were not taken back. */
  async keyCounts(): Promise<ReadonlyMap<number, number>> {
    const kept = await this.source.manager.find(PartnerKey, {
      select: { id: true, partnerId: true },
      where: { revokedAt: IsNull() },
    });
    const counts = new Map<number, number>();
    for (const { partnerId } of kept) counts.set(partnerId, (counts.get(partnerId) ?? 0) + 1);
    return counts;
  }

  private note(
    tx: EntityManager,
    by: AuditActor,
    action: string,
    id: number,
    { channel, agencyId }: PartnerFacts,
  ): Promise<void> {
    const details = { channel, agencyId };
    return this.audit.record(tx, by, { action, subjectKind: 'partner', subject: id, details });
  }
}

function nameTaken(error: unknown): never {
  if (!isUniqueViolation(error)) throw error;
  throw new DomainError('invalid', 'errors.invalid', {}, { name: { key: 'partners.name.taken' } });
}
