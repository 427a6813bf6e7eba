import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from '../platform/database/database-fault.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { RandomSource } from '../platform/kernel/random.js';
import { Grant } from './grant.entity.js';
import { keepingAnAdministrator } from './last-administrator.js';
import { checkedStaff, type NewStaff, type RoleAtAgency } from './new-staff.js';
import { PasswordService } from './password.service.js';
import { Staff } from './staff.entity.js';

/** Accounts as administrators and commands change them. Who may change whom is `mayAdminister`’s to say. */
@Injectable()
export class StaffService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: PasswordService,
    private readonly clock: Clock,
    private readonly random: RandomSource,
  ) {}

  /**
   * @param alongside more to do in the same unit of work, before the person exists.
   * @returns the new person's id.
   * @throws DomainError `invalid` with the fields at fault (`checkedStaff`), `username` also when it is taken.
   */
  async add(input: NewStaff, alongside?: (tx: EntityManager) => Promise<void>): Promise<number> {
    const person = checkedStaff(input);
    const passwordHash = await this.passwords.hash(person.password);
    return this.unitOfWork
      .run(async (tx) => {
        await alongside?.(tx);
        return this.insert(tx, person, passwordHash);
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? taken() : error;
      });
  }

  /** Gives a role at an agency; once more is no change. */
  async grant(staffId: number, { role, agencyId }: RoleAtAgency): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const held = { staffId, role, agencyId };
      if (!(await tx.existsBy(Grant, held))) await tx.insert(Grant, held);
    });
  }

  /** Takes a role at an agency away. @throws DomainError `conflict` when the last administrator would go. */
  async revoke(staffId: number, { role, agencyId }: RoleAtAgency): Promise<void> {
    await this.unitOfWork.run((tx) =>
      keepingAnAdministrator(tx, () => tx.delete(Grant, { staffId, role, agencyId })),
    );
  }

  /** Ends the person's sessions at once and for good. @throws DomainError `conflict` for the last administrator. */
  async suspend(staffId: number): Promise<void> {
    await this.unitOfWork.run((tx) =>
      keepingAnAdministrator(tx, () =>
        tx.update(Staff, { id: staffId }, { active: false, ...this.newStamp() }),
      ),
    );
  }

  async reinstate(staffId: number): Promise<void> {
    await this.unitOfWork.run((tx) => tx.update(Staff, { id: staffId }, { active: true }));
  }

  private newStamp(): Pick<Staff, 'sessionStamp'> {
    return { sessionStamp: this.random.token() };
  }

  private async insert(tx: EntityManager, person: NewStaff, passwordHash: string): Promise<number> {
    const { username, name, position, agencyId, passwordTemporary, email = null } = person;
    if (await tx.existsBy(Staff, { username })) throw taken();
    const staff = await tx.save(Staff, {
      ...{ username, name, position, agencyId, passwordHash, passwordTemporary, email },
      ...this.newStamp(),
      createdAt: this.clock.now(),
    });
    await tx.insert(
      Grant,
      person.grants.map(({ role, agencyId }) => ({ role, agencyId, staffId: staff.id })),
    );
    return staff.id;
  }
}

function taken(): DomainError {
  return new DomainError('invalid', 'accounts.invalid', {}, { username: { key: 'accounts.username.taken' } });
}
