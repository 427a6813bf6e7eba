import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Webhook } from './webhook.entity.js';
import { WebhookRows } from './webhook-rows.js';
import { WebhookSecrets } from './webhook-secrets.js';

/** How long the secret of before stays good. */
export const BOTH_SECRETS_FOR = 24 * 3_600_000;

/** Webhooks as administrators set them up; each change has its entry in the trail. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly rows: WebhookRows,
    private readonly secrets: WebhookSecrets,
  ) {}

  /** Asked where it is written: a page shows what was saved a moment ago. */
  of(partnerId: number): Promise<Webhook | null> {
    return this.unitOfWork.run((tx) => tx.findOneBy(Webhook, { partnerId }));
  }

  /**
   * Sets the address and switches it on or off.
   * @param url checked by `webhookAddress`.
   * @returns the secret, where this is the partner's first address; null where it keeps the one it has.
   */
  async set(partnerId: number, url: string, active: boolean, by: AuditActor): Promise<string | null> {
    const salt = this.secrets.newSalt();
    const isFirst = await this.unitOfWork.run(async (tx) => {
      const known = await this.of(partnerId);
      const fresh = { url, active, restingUntil: 0, failures: 0 };
      if (known) await tx.update(Webhook, { partnerId }, fresh);
      else await tx.insert(Webhook, { ...fresh, partnerId, salt, previousSalt: null, previousUntil: null });
      await this.note(tx, by, 'partner.webhook.set', partnerId, { host: new URL(url).hostname, active });
      return known === null;
    });
    return isFirst ? this.secrets.of(salt) : null;
  }

  /** @returns a new secret; the one of before stays good for a day. @throws DomainError not-found without a webhook */
  async rotate(partnerId: number, by: AuditActor): Promise<string> {
    const salt = this.secrets.newSalt();
    await this.unitOfWork.run(async (tx) => {
      const known = await this.of(partnerId);
      if (!known) throw new DomainError('not-found', 'errors.notFound');
      const previousUntil = this.clock.now() + BOTH_SECRETS_FOR;
      await tx.update(Webhook, { partnerId }, { salt, previousSalt: known.salt, previousUntil });
      await this.note(tx, by, 'partner.webhook.rotate', partnerId, null);
    });
    return this.secrets.of(salt);
  }

  /** Sends a message that says nothing; the log tells what became of it. @throws DomainError not-found without a webhook */
  async test(partnerId: number, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.of(partnerId))) throw new DomainError('not-found', 'errors.notFound');
      await this.rows.postTest(tx, partnerId, this.clock.now());
      await this.note(tx, by, 'partner.webhook.test', partnerId, null);
    });
  }

  private note(
    tx: EntityManager,
    by: AuditActor,
    action: string,
    subject: number,
    details: { host: string; active: boolean } | null,
  ): Promise<void> {
    return this.audit.record(tx, by, { action, subjectKind: 'partner', subject, details });
  }
}
