import { Injectable } from '@nestjs/common';
import { ACCOUNT_MAIL } from '../../accounts/account-mail.js';
import { StaffQuery } from '../../accounts/staff.query.js';
import { CITIZEN_MAIL, DIGEST_MAIL, OFFICER_MAIL } from '../../correspondence/letter-rows.js';
import { auditedStaff, AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Settings } from '../../platform/config/settings.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { SignedIn } from '../../platform/web/signed-in.js';

export const MAIL_TOPICS = [CITIZEN_MAIL, OFFICER_MAIL, DIGEST_MAIL, ACCOUNT_MAIL] as const;
const MINUTE = 60_000;

/** A letter to oneself, to see that letters arrive. */
@Injectable()
export class SystemMail {
  constructor(
    private readonly staff: StaffQuery,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async ownAddress({ staffId }: SignedIn): Promise<string | null> {
    return (await this.staff.byId(staffId))?.email ?? null;
  }

  /** One a minute, however often the button is pressed. @throws DomainError conflict for who has no address. */
  async tryOut(admin: SignedIn): Promise<void> {
    if ((await this.ownAddress(admin)) === null)
      throw new DomainError('conflict', 'authority.status.noAddress');
    const { staffId } = admin;
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await this.outbox.post(tx, {
        topic: ACCOUNT_MAIL,
        key: `${ACCOUNT_MAIL}:test:${staffId}:${Math.floor(now / MINUTE)}`,
        payload: { letter: 'test', staffId, byId: staffId },
        runAt: now,
      });
      const note = { action: 'mail.test', subjectKind: 'staff', subject: staffId };
      await this.audit.record(tx, auditedStaff(admin), note);
    });
  }
}

/** @returns where mail goes, without whoever signs in there. */
export function mailServer({ smtp }: Pick<Settings, 'smtp'>): string | null {
  return smtp && `${smtp.host}:${smtp.port}`;
}
