import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { AuditTrail, auditedStaff } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { AttemptLimiter } from '../platform/web/attempt-limiter.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactor } from './second-factor.entity.js';
import { TotpSecrets } from './totp-secrets.js';

/** Tells whether a code is right: of the authenticator app, or one of those on paper. Each is good once. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limiter: AttemptLimiter,
    private readonly totp: TotpSecrets,
    private readonly recovery: RecoveryCodes,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Counted by account: whoever tries here knows the password already.
   * @throws DomainError `invalid` with `code`; `too-many` after many wrong ones.
   */
  async pass(staffId: number, typed: string): Promise<void> {
    const attempts = `second-factor:${staffId}`;
    await this.limiter.check(attempts);
    const isRight = await this.unitOfWork.run(async (tx) => {
      const right = (await this.spendStep(tx, staffId, typed)) || (await this.spendPaper(tx, staffId, typed));
      if (!right) await this.record(tx, staffId, 'secondFactor.refuse');
      return right;
    });
    if (!isRight) {
      throw new DomainError('invalid', 'accounts.invalid', {}, { code: { key: 'twoStep.code.wrong' } });
    }
    await this.limiter.succeeded(attempts);
  }

  /** The condition in the update lets one of two requests with the same code through, also of two processes. */
  private async spendStep(tx: EntityManager, staffId: number, typed: string): Promise<boolean> {
    const select = { staffId: true, secret: true, lastStep: true } as const;
    const factor = await tx.findOne(SecondFactor, { select, where: { staffId } });
    const step = factor && this.totp.stepOf(staffId, factor.secret, typed);
    if (step === null) return false;
    const unused = { staffId, lastStep: LessThan(step) };
    return (await tx.update(SecondFactor, unused, { lastStep: step })).affected === 1;
  }

  private async spendPaper(tx: EntityManager, staffId: number, typed: string): Promise<boolean> {
    const spent = await this.recovery.spend(tx, staffId, typed);
    if (spent) await this.record(tx, staffId, 'secondFactor.recover');
    return spent;
  }

  private record(tx: EntityManager, staffId: number, action: string): Promise<void> {
    const note = { action, subjectKind: 'staff', subject: staffId };
    const by = action === 'secondFactor.refuse' ? ({ kind: 'system' } as const) : auditedStaff({ staffId });
    return this.audit.record(tx, by, note);
  }
}
