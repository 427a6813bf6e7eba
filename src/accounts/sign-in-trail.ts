import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { AuditTrail, auditedStaff } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { SecondFactor } from './second-factor.entity.js';
import { Staff } from './staff.entity.js';

/** Somebody who hammers at a door that is shut fills no table: one entry for this long. */
const BLOCK_TOLD_EVERY = 15 * 60_000;
/** What stands for an account that does not exist: typed names are often passwords in the wrong field. */
const NOBODY = '-';

/** How each attempt to sign in ended, for the trail. */
@Injectable()
export class SignInTrail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The password was right.
   * @param alongside more to do in the same unit of work.
   * @returns whether a code is to follow; if not, this was the sign-in.
   */
  async passwordRight(staffId: number, alongside: () => Promise<void>): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      await alongside();
      const needsCode = await tx.existsBy(SecondFactor, { staffId });
      if (!needsCode) await this.audit.record(tx, auditedStaff({ staffId }), begun(staffId, false));
      return needsCode;
    });
  }

  /** The code was right as well. */
  async codeRight(staffId: number): Promise<void> {
    await this.unitOfWork.run((tx) => this.audit.record(tx, auditedStaff({ staffId }), begun(staffId, true)));
  }

  /** @param staffId null for a name that is nobody's; it is written down as well, so that both take as long. */
  async refused(staffId: number | null): Promise<void> {
    const note = { action: 'session.refuse', subjectKind: 'staff', subject: staffId ?? NOBODY };
    await this.unitOfWork.run((tx) => this.audit.record(tx, { kind: 'system' }, note));
  }

  /** Held off by the limiter. @param username normalised. */
  async blocked(username: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const person = await tx.findOne(Staff, { select: { id: true }, where: { username } });
      if (!person) return;
      const note = { action: 'session.block', subjectKind: 'staff', subject: String(person.id) };
      const since = this.clock.now() - BLOCK_TOLD_EVERY;
      if (await tx.existsBy(AuditEntry, { ...note, at: MoreThan(since) })) return;
      await this.audit.record(tx, { kind: 'system' }, note);
    });
  }
}

function begun(staffId: number, withCode: boolean) {
  return { action: 'session.begin', subjectKind: 'staff', subject: staffId, details: { withCode } };
}
