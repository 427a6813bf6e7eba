import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Feedback } from './feedback.entity.js';
import { isErasable } from './retention.js';

/**
 * The submitter's own request to erase, by code and PIN. It waits some days (`retention`), because nothing brings the
 * data back: whoever finds a receipt should not be able to destroy what is on it at once.
 */
@Injectable()
export class ErasureRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError conflict while the item has not ended, or where it is erased already. */
  async ask(code: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const item = await tx.findOneByOrFail(Feedback, { code });
      if (item.erasedAt !== null) throw new DomainError('conflict', 'privacy.own.alreadyErased');
      if (!isErasable(item)) throw new DomainError('conflict', 'privacy.own.notEnded');
      const waiting = { id: item.id, erasureAskedAt: IsNull(), erasedAt: IsNull() };
      const { affected } = await tx.update(Feedback, waiting, { erasureAskedAt: this.clock.now() });
      if (affected !== 1) return;
      const note = { action: 'personal.ask', subjectKind: 'feedback', subject: code };
      await this.audit.record(tx, { kind: 'citizen' }, note);
    });
  }

  /** @returns whether there was a request to take back. */
  takeBack(code: string): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const item = await tx.findOneByOrFail(Feedback, { code });
      if (item.erasureAskedAt === null || item.erasedAt !== null) return false;
      await tx.update(Feedback, { id: item.id, erasedAt: IsNull() }, { erasureAskedAt: null });
      const note = { action: 'personal.takeBack', subjectKind: 'feedback', subject: code };
      await this.audit.record(tx, { kind: 'citizen' }, note);
      return true;
    });
  }
}
