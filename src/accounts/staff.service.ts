import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Grant } from './grant.entity.js';
import { keepingAnAdministrator } from './last-administrator.js';
import { checkedStaff, type NewStaff, type RoleAtAgency } from './new-staff.js';
import { PasswordService } from './password.service.js';
import { SessionStamps } from './session-stamps.js';
import { Staff } from './staff.entity.js';
import { StaffRows } from './staff-rows.js';

/** Whoever runs a command on the machine itself. */
const OPERATOR: AuditActor = { kind: 'operator' };

/** Accounts as administrators and commands change them. Who may change whom is `mayAdminister`’s to say. */
@Injectable()
export class StaffService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: PasswordService,
    private readonly rows: StaffRows,
    private readonly stamps: SessionStamps,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param alongside more to do in the same unit of work, before the person exists.
   * @returns the new person's id.
   * @throws DomainError `invalid` with the fields at fault (`checkedStaff`), `username` also when it is taken.
   */
  async add(
    input: NewStaff,
    by: AuditActor = OPERATOR,
    alongside?: (tx: EntityManager) => Promise<void>,
  ): Promise<number> {
    const person = checkedStaff(input);
    const { passwordTemporary } = person;
    const passwordHash = await this.passwords.hash(person.password);
    return this.rows.orTaken(
      this.unitOfWork.run(async (tx) => {
        await alongside?.(tx);
        return this.rows.insert(tx, person, { passwordHash, passwordTemporary }, by);
      }),
    );
  }

  /** Gives a role at an agency, and ends the person's sessions; once more is no change. @returns the stamp for a session that goes on. */
  async grant(staffId: number, held: RoleAtAgency, by: AuditActor = OPERATOR): Promise<string | null> {
    return this.unitOfWork.run(async (tx) => {
      const { role, agencyId } = held;
      if (await tx.existsBy(Grant, { staffId, role, agencyId })) return null;
      await tx.insert(Grant, { staffId, role, agencyId });
      await this.record(tx, by, 'staff.grant', staffId, { role, agencyId });
      return this.stamps.renew(tx, staffId);
    });
  }

  /** Takes a role at an agency away. @returns as `grant`. @throws DomainError `conflict` when the last administrator would go. */
  async revoke(staffId: number, held: RoleAtAgency, by: AuditActor = OPERATOR): Promise<string | null> {
    return this.unitOfWork.run(async (tx) => {
      const { role, agencyId } = held;
      const taken = () => tx.delete(Grant, { staffId, role, agencyId });
      const { affected } = await keepingAnAdministrator(tx, taken);
      if (!affected) return null;
      await this.record(tx, by, 'staff.revoke', staffId, { role, agencyId });
      return this.stamps.renew(tx, staffId);
    });
  }

  /** Ends the person's sessions at once and for good. @throws DomainError `conflict` for the last administrator. */
  async suspend(staffId: number, by: AuditActor = OPERATOR): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const closed = { active: false, sessionStamp: this.stamps.fresh() };
      const change = () => tx.update(Staff, { id: staffId, active: true }, closed);
      const { affected } = await keepingAnAdministrator(tx, change);
      if (affected) await this.record(tx, by, 'staff.suspend', staffId);
    });
  }

  /** @throws DomainError `conflict` for who was invited: they open the account themselves. */
  async reinstate(staffId: number, by: AuditActor = OPERATOR): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await tx.existsBy(Staff, { id: staffId, invited: true })) {
        throw new DomainError('conflict', 'accounts.invited');
      }
      const { affected } = await tx.update(Staff, { id: staffId, active: false }, { active: true });
      if (affected) await this.record(tx, by, 'staff.reinstate', staffId);
    });
  }

  private record(
    tx: EntityManager,
    by: AuditActor,
    action: string,
    staffId: number,
    details: Readonly<Record<string, string | number>> | null = null,
  ): Promise<void> {
    return this.audit.record(tx, by, { action, subjectKind: 'staff', subject: staffId, details });
  }
}
