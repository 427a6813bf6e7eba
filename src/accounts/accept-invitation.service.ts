import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { auditedStaff } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Invitations } from './invitations.service.js';
import { NewPasswords } from './new-passwords.js';
import { Staff } from './staff.entity.js';

/** Who stands behind a link, as the page greets them. */
export type Invitee = Pick<Staff, 'id' | 'username' | 'name'>;

/** The other end of an invitation: a password, and the account is open. */
@Injectable()
export class AcceptInvitation {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: Invitations,
    private readonly passwords: NewPasswords,
  ) {}

  /** @returns the person, or null: one answer for every link that opens nothing, whatever became of it. */
  async invitee(token: string): Promise<Invitee | null> {
    const find = async (manager: EntityManager): Promise<Invitee | null> => {
      const found = await this.invitations.byToken(manager, token);
      return found && manager.findOneBy(Staff, { id: found.staffId, invited: true });
    };
    // A replica may not have heard yet of a link that was made just now.
    return (await find(this.source.manager)) ?? (await this.unitOfWork.run(find));
  }

  /**
   * @returns the person and the stamp for their first session.
   * @throws DomainError `not-found` for a link that opens nothing; `invalid` with `next`.
   */
  async accept(token: string, password: string): Promise<Invitee & { readonly sessionStamp: string }> {
    const person = await this.invitee(token);
    if (!person) throw gone();
    const passwordHash = await this.passwords.hash(password, person.username, 'next');
    return this.unitOfWork.run(async (tx) => {
      // Pressed twice, or in two tabs: the link opens the account once.
      if ((await this.invitations.take(tx, token)) !== person.id) throw gone();
      const standing = { passwordHash, passwordTemporary: false, invited: false, active: true };
      const told = { by: auditedStaff({ staffId: person.id }), action: 'invitation.accept' };
      return { ...person, sessionStamp: await this.passwords.store(tx, person.id, standing, told) };
    });
  }
}

function gone(): DomainError {
  return new DomainError('not-found', 'accounts.invitation.gone');
}
