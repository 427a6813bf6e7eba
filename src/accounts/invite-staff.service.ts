import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditActor } from '../platform/audit/audit-trail.service.js';
import { Settings } from '../platform/config/settings.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ACCOUNT_MAIL } from './account-mail.js';
import { Invitations } from './invitations.service.js';
import { checkedPerson, type NewPerson } from './new-staff.js';
import { Staff } from './staff.entity.js';
import { StaffRows } from './staff-rows.js';

/** Whom the link went to: by mail, or, where no mail is set up, into the administrator's own hands. */
export interface Invited {
  readonly staffId: number;
  /** Null where it is on its way by mail. */
  readonly token: string | null;
}

/** Accounts that their owners open themselves, by a link that works once. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: StaffRows,
    private readonly invitations: Invitations,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
  ) {}

  /** @throws DomainError `invalid` with the fields at fault (`checkedPerson`), `username` also when it is taken. */
  async invite(input: NewPerson, by: AuditActor): Promise<Invited> {
    const person = checkedPerson(input);
    // Nothing hashes to an empty text: no password opens the account before its owner has set one.
    const standing = { passwordHash: '', active: false, invited: true };
    return this.rows.orTaken(
      this.unitOfWork.run(async (tx) => {
        const staffId = await this.rows.insert(tx, person, standing, by);
        return this.send(tx, staffId, by);
      }),
    );
  }

  /** A new link, with seven days of its own. @throws DomainError `conflict` for an account that is open already. */
  async again(staffId: number, by: AuditActor): Promise<Invited> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await tx.existsBy(Staff, { id: staffId, invited: true }))) {
        throw new DomainError('conflict', 'accounts.invitation.accepted');
      }
      return this.send(tx, staffId, by);
    });
  }

  /** @throws DomainError `conflict` where nothing was left to take back. */
  async withdraw(staffId: number, by: AuditActor): Promise<void> {
    const done = await this.unitOfWork.run((tx) => this.invitations.withdraw(tx, staffId, by));
    if (!done) throw new DomainError('conflict', 'accounts.invitation.none');
  }

  private async send(tx: EntityManager, staffId: number, by: AuditActor): Promise<Invited> {
    const invitation = await this.invitations.open(tx, staffId, by);
    const { email } = await tx.findOneByOrFail(Staff, { id: staffId });
    if (this.settings.smtp === null || email === null) {
      return { staffId, token: this.invitations.tokenOf(invitation) };
    }
    const { sentAt, tokenHash } = invitation;
    await this.outbox.post(tx, {
      topic: ACCOUNT_MAIL,
      // A letter for each link, also for two of the same instant.
      key: `${ACCOUNT_MAIL}:invitation:${staffId}:${tokenHash.slice(0, 16)}`,
      payload: { letter: 'invitation', staffId, sentAt },
      runAt: sentAt,
    });
    return { staffId, token: null };
  }
}
