import { Injectable } from '@nestjs/common';
import { type AuditActor } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ACCOUNT_MAIL } from './account-mail.js';
import { SecondFactor } from './second-factor.entity.js';
import { SecondFactors } from './second-factors.service.js';
import { Staff } from './staff.entity.js';

/** An administrator lets a person in again who has lost telephone and paper; the person is told. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `conflict` where there is nothing to reset, or it is one's own: that takes password and code. */
  async reset(staffId: number, by: AuditActor): Promise<void> {
    if (by.kind === 'staff' && by.id === staffId) throw new DomainError('conflict', 'twoStep.ownReset');
    await this.unitOfWork.run(async (tx) => {
      if (!(await tx.existsBy(SecondFactor, { staffId }))) throw new DomainError('conflict', 'twoStep.none');
      await this.factors.reset(tx, staffId, by);
      const { email } = await tx.findOneByOrFail(Staff, { id: staffId });
      if (email === null) return;
      const now = this.clock.now();
      await this.outbox.post(tx, {
        topic: ACCOUNT_MAIL,
        key: `${ACCOUNT_MAIL}:secondFactorReset:${staffId}:${now}`,
        payload: { letter: 'secondFactorReset', staffId, byId: by.id ?? 0 },
        runAt: now,
      });
    });
  }
}
