import { Injectable } from '@nestjs/common';
import { AuditTrail, auditedStaff } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactor } from './second-factor.entity.js';
import { SessionStamps } from './session-stamps.js';
import { TotpSecrets } from './totp-secrets.js';

/** What switching on gives: codes to print, and the stamp for the session that goes on. */
export interface SwitchedOn {
  readonly codes: readonly string[];
  readonly sessionStamp: string;
}

/** An authenticator app becomes somebody's once its first code was right. Nothing is stored before that. */
@Injectable()
export class SecondFactorSetUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly totp: TotpSecrets,
    private readonly recovery: RecoveryCodes,
    private readonly stamps: SessionStamps,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns a sealed secret for the form. */
  offer(staffId: number): string {
    return this.totp.fresh(staffId);
  }

  /** @returns the secret in a form's box; null where the box is not of this person's form. */
  secretOf(staffId: number, sealed: string): string | null {
    return this.totp.open(staffId, sealed);
  }

  /**
   * Ends all other sessions, which began without a code.
   * @param sealed from `offer`.
   * @throws DomainError `invalid` with `code`; `conflict` where an app is set up already.
   */
  async switchOn(staffId: number, sealed: string, code: string): Promise<SwitchedOn> {
    const step = this.totp.stepOf(staffId, sealed, code);
    if (step === null) {
      throw new DomainError('invalid', 'accounts.invalid', {}, { code: { key: 'twoStep.code.wrong' } });
    }
    return this.unitOfWork.run(async (tx) => {
      if (await tx.existsBy(SecondFactor, { staffId }))
        throw new DomainError('conflict', 'twoStep.alreadyOn');
      await tx.insert(SecondFactor, { staffId, secret: sealed, lastStep: step });
      const codes = await this.recovery.replace(tx, staffId);
      const note = { action: 'secondFactor.on', subjectKind: 'staff', subject: staffId };
      await this.audit.record(tx, auditedStaff({ staffId }), note);
      return { codes, sessionStamp: await this.stamps.renew(tx, staffId) };
    });
  }
}
