import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { isUniqueViolation } from '../platform/database/database-fault.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Grant } from './grant.entity.js';
import type { NewPerson } from './new-staff.js';
import { SessionStamps } from './session-stamps.js';
import { Staff } from './staff.entity.js';

/** How a new account comes to be able to sign in; an invited one cannot yet. */
type Standing = Partial<Pick<Staff, 'passwordHash' | 'passwordTemporary' | 'invited' | 'active'>>;

/** Writes new accounts with their roles, for both ways of making one. */
@Injectable()
export class StaffRows {
  constructor(
    private readonly clock: Clock,
    private readonly stamps: SessionStamps,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the new person's id. @throws DomainError `invalid` with `username` when it is taken. */
  async insert(tx: EntityManager, person: NewPerson, standing: Standing, by: AuditActor): Promise<number> {
    const { username, name, position, agencyId, email = null } = person;
    if (await tx.existsBy(Staff, { username })) throw taken();
    const { id } = await tx.save(Staff, {
      ...{ username, name, position, agencyId, email, ...standing },
      sessionStamp: this.stamps.fresh(),
      createdAt: this.clock.now(),
    });
    await tx.insert(
      Grant,
      person.grants.map((grant) => ({ role: grant.role, agencyId: grant.agencyId, staffId: id })),
    );
    const roles = [...new Set(person.grants.map(({ role }) => role))].join(' ');
    const about = { subjectKind: 'staff', subject: id, details: { agencyId, roles } };
    await this.audit.record(tx, by, { action: 'staff.add', ...about });
    return id;
  }

  /** Two people with the same name at once: the database says it of the second. */
  async orTaken<T>(work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      throw isUniqueViolation(error) ? taken() : error;
    });
  }
}

function taken(): DomainError {
  return new DomainError('invalid', 'accounts.invalid', {}, { username: { key: 'accounts.username.taken' } });
}
