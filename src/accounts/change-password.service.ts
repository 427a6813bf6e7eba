import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError, type Message } from '../platform/kernel/errors.js';
import { type AuditActor, auditedStaff } from '../platform/audit/audit-trail.service.js';
import { NewPasswords } from './new-passwords.js';
import { OwnPassword } from './own-password.js';
import { normalisePassword } from './password-rules.js';
import { Staff } from './staff.entity.js';

/** New passwords, and the end of all sessions that goes with them. */
@Injectable()
export class ChangePasswordService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnPassword,
    private readonly passwords: NewPasswords,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  /**
   * The person's own change: asks for the old password, counted like a sign-in, since an open session may be somebody else's.
   * @returns the stamp for the session that goes on; all others end.
   * @throws DomainError `invalid` with `current` or `next`; `too-many` after many wrong ones.
   */
  async change(staffId: number, current: string, next: string): Promise<string> {
    const username = await this.own.check(staffId, current);
    if (normalisePassword(current) === normalisePassword(next)) {
      const unchanged: Message = { key: 'accounts.password.unchanged' };
      throw new DomainError('invalid', 'accounts.invalid', {}, { next: unchanged });
    }
    const passwordHash = await this.passwords.hash(next, username, 'next');
    const by = auditedStaff({ staffId });
    const more = { passwordHash, passwordTemporary: false };
    return this.unitOfWork.run((tx) =>
      this.passwords.store(tx, staffId, more, { by, action: 'staff.password' }),
    );
  }

  /**
   * Somebody else's decision: the owner signs in with it once and has to replace it.
   * @throws DomainError `invalid` with `password`; `conflict` for who was invited and has no password to be reset.
   */
  async reset(staffId: number, password: string, by: AuditActor): Promise<void> {
    const { username } = await this.staff.findOneByOrFail({ id: staffId });
    const passwordHash = await this.passwords.hash(password, username, 'password');
    const more = { passwordHash, passwordTemporary: true };
    await this.unitOfWork.run(async (tx) => {
      if (await tx.existsBy(Staff, { id: staffId, invited: true })) {
        throw new DomainError('conflict', 'accounts.invited');
      }
      await this.passwords.store(tx, staffId, more, { by, action: 'staff.resetPassword' });
    });
  }

  /** Ends every session of the person, the one that asks included. */
  async signOutEverywhere(staffId: number): Promise<void> {
    const told = { by: auditedStaff({ staffId }), action: 'session.endAll' };
    await this.unitOfWork.run((tx) => this.passwords.store(tx, staffId, {}, told));
  }
}
