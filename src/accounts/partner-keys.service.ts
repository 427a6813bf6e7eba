import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { RandomSource } from '../platform/kernel/random.js';
import { Partner } from './partner.entity.js';
import { PartnerKey } from './partner-key.entity.js';
import { freshKey } from './partner-key-text.js';

export type NewPartnerKey = Pick<PartnerKey, 'label' | 'scopes' | 'perMinute' | 'expiresAt'>;

/** Keys are made and taken back, never changed: another scope is another key. */
@Injectable()
export class PartnerKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly random: RandomSource,
  ) {}

  /**
   * @returns the key as the partner will send it; nobody can find it out again.
   * @throws DomainError not-found for an unknown partner
   */
  async make(partnerId: number, wanted: NewPartnerKey, by: AuditActor): Promise<string> {
    const { text, prefix, hash } = freshKey(this.random);
    await this.unitOfWork.run(async (tx) => {
      if (!(await tx.existsBy(Partner, { id: partnerId }))) throw unknown();
      const row = { ...wanted, partnerId, prefix, hash, revokedAt: null, lastUsedAt: null };
      await tx.insert(PartnerKey, { ...row, createdAt: this.clock.now() });
      const details = { key: prefix, scopes: wanted.scopes.join(' '), perMinute: wanted.perMinute };
      const note = { action: 'partner.key.make', subjectKind: 'partner', subject: partnerId, details };
      await this.audit.record(tx, by, note);
    });
    return text;
  }

  /** Takes a key back, for good and at once. @throws DomainError not-found for a key that is not this partner's. */
  async revoke(partnerId: number, keyId: number, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const key = await tx.findOneBy(PartnerKey, { id: keyId, partnerId });
      if (key === null) throw unknown();
      const now = { revokedAt: this.clock.now() };
      const { affected } = await tx.update(PartnerKey, { id: keyId, revokedAt: IsNull() }, now);
      if (affected === 0) return;
      const note = { action: 'partner.key.revoke', subjectKind: 'partner', subject: partnerId };
      await this.audit.record(tx, by, { ...note, details: { key: key.prefix } });
    });
  }
}

function unknown(): DomainError {
  return new DomainError('not-found', 'errors.notFound');
}
