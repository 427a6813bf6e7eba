import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { DomainError } from '../platform/kernel/errors.js';
import { normalisePassword, passwordFault } from './password-rules.js';
import { PasswordService } from './password.service.js';
import { SessionStamps } from './session-stamps.js';
import { Staff } from './staff.entity.js';

/** A password that is to become somebody's: held against the rules, hashed, stored with a new stamp and its entry. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly passwords: PasswordService,
    private readonly stamps: SessionStamps,
    private readonly audit: AuditTrail,
  ) {}

  /** Outside any unit of work. @throws DomainError `invalid` with `field`. */
  async hash(password: string, username: string, field: string): Promise<string> {
    const fault = passwordFault(normalisePassword(password), username);
    if (fault) throw new DomainError('invalid', 'accounts.invalid', {}, { [field]: fault });
    return this.passwords.hash(password);
  }

  /** @returns the stamp for a session that goes on; all others of the person end. */
  async store(
    tx: EntityManager,
    staffId: number,
    more: Partial<Pick<Staff, 'passwordHash' | 'passwordTemporary' | 'invited' | 'active'>>,
    { by, action }: { readonly by: AuditActor; readonly action: string },
  ): Promise<string> {
    const sessionStamp = this.stamps.fresh();
    await tx.update(Staff, { id: staffId }, { ...more, sessionStamp });
    await this.audit.record(tx, by, { action, subjectKind: 'staff', subject: staffId });
    return sessionStamp;
  }
}
