import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditTrail, auditedStaff } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConfirmSelf } from './confirm-self.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactor } from './second-factor.entity.js';
import { SessionStamps } from './session-stamps.js';

/** How a person's second step stands. */
export interface SecondFactorState {
  readonly isOn: boolean;
  readonly codesLeft: number;
}

/** The second step of signing in, once it is set up: looked at, switched off, its paper codes made anew. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirm: ConfirmSelf,
    private readonly recovery: RecoveryCodes,
    private readonly stamps: SessionStamps,
    private readonly audit: AuditTrail,
  ) {}

  /** As the writer sees it: a page that says “off” a moment after switching on would be a lie. */
  async stateOf(staffId: number): Promise<SecondFactorState> {
    return this.unitOfWork.run(async (tx) => ({
      isOn: await tx.existsBy(SecondFactor, { staffId }),
      codesLeft: await tx.countBy(RecoveryCode, { staffId }),
    }));
  }

  /** @returns the stamp for the session that goes on. @throws as `ConfirmSelf.confirm`. */
  async switchOff(staffId: number, password: string, code: string): Promise<string> {
    await this.confirm.confirm(staffId, password, code);
    return this.unitOfWork.run((tx) =>
      this.remove(tx, staffId, 'secondFactor.off', auditedStaff({ staffId })),
    );
  }

  /** @returns ten new codes; the old ones are worth nothing. @throws as `ConfirmSelf.confirm`. */
  async renewCodes(staffId: number, password: string, code: string): Promise<string[]> {
    await this.confirm.confirm(staffId, password, code);
    return this.unitOfWork.run(async (tx) => {
      const note = { action: 'secondFactor.codes', subjectKind: 'staff', subject: staffId };
      await this.audit.record(tx, auditedStaff({ staffId }), note);
      return this.recovery.replace(tx, staffId);
    });
  }

  /** Somebody else's decision, for a person who has lost telephone and paper; ends the person's sessions. */
  async reset(tx: EntityManager, staffId: number, by: AuditActor): Promise<void> {
    await this.remove(tx, staffId, 'secondFactor.reset', by);
  }

  private async remove(tx: EntityManager, staffId: number, action: string, by: AuditActor): Promise<string> {
    await tx.delete(SecondFactor, { staffId });
    await this.recovery.forget(tx, staffId);
    await this.audit.record(tx, by, { action, subjectKind: 'staff', subject: staffId });
    return this.stamps.renew(tx, staffId);
  }
}
