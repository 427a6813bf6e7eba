import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { PartnerAuthenticator, type SignedInPartner } from '../platform/web/signed-in.js';
import { Partner } from './partner.entity.js';
import { PartnerKey } from './partner-key.entity.js';
import { isSameHash, readKey } from './partner-key-text.js';
import { RequestQuota } from './request-quota.js';

const MINUTE = 60_000;
/** Compared with where no key has the prefix, so that both cases take the same time. */
const NOBODY = '0'.repeat(64);

/** Asked on every request with a key, so that revocation, suspension and a passed expiry work at once. */
@Injectable()
export class PartnerKeyAuthenticator extends PartnerAuthenticator {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly quota: RequestQuota,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws DomainError too-many when the key was used more often in this minute than agreed. */
  async authenticate(text: string): Promise<SignedInPartner | null> {
    const sent = readKey(text);
    if (sent === null) return null;
    const key = await this.keyOf(sent.prefix);
    const isRight = isSameHash(sent.hash, key?.hash ?? NOBODY);
    if (!key || !isRight || !this.isGood(key)) return null;
    const partner = await this.source.manager.findOneBy(Partner, { id: key.partnerId, active: true });
    if (partner === null) return null;
    this.quota.take(key.id, key.perMinute);
    await this.noteUse(key);
    return { partnerId: partner.id, name: partner.name, scopes: key.scopes };
  }

  private keyOf(prefix: string): Promise<PartnerKey | null> {
    return this.source.manager
      .createQueryBuilder(PartnerKey, 'key')
      .addSelect('key.hash')
      .where('key.prefix = :prefix', { prefix })
      .getOne();
  }

  private isGood({ revokedAt, expiresAt }: PartnerKey): boolean {
    return revokedAt === null && (expiresAt === null || expiresAt > this.clock.now());
  }

  /** Once a minute is enough to see that a key is alive. */
  private async noteUse({ id, lastUsedAt }: PartnerKey): Promise<void> {
    const now = this.clock.now();
    if (lastUsedAt !== null && now - lastUsedAt < MINUTE) return;
    await this.unitOfWork.run((tx) => tx.update(PartnerKey, { id }, { lastUsedAt: now }));
  }
}
