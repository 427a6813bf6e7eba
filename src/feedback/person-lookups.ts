import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import type { Role } from '../accounts/role.js';
import { Staff } from '../accounts/staff.entity.js';
import { Agency } from '../directory/agency.entity.js';
import { DomainError } from '../platform/kernel/errors.js';
import type { Feedback } from './feedback.entity.js';
import type { TransitionInput } from './transition-input.js';
import type { Transition } from './transition.js';

/** Roles whose people an item can be given to. */
export const ASSIGNABLE_ROLES: readonly Role[] = ['INTAKE_OFFICER', 'HANDLER', 'APPROVER'];

const fault = (field: string, key: string): DomainError =>
  new DomainError('invalid', 'errors.invalid', {}, { [field]: { key } });

/** Looks up the people that a step names. */
@Injectable()
export class PersonLookups {
  /** @throws DomainError('invalid') beside `assigneeId` or `concernsStaffId`. */
  async check(tx: EntityManager, row: Transition, input: TransitionInput, item: Feedback): Promise<void> {
    if (row.needs.includes('assignee')) await this.assignee(tx, input.assigneeId ?? 0, item);
    if (row.needs.includes('concerned')) await this.concerned(tx, input.concernsStaffId ?? null);
  }

  /** Somebody active who may work there, whom it does not concern, and who does not have it already. */
  private async assignee(tx: EntityManager, staffId: number, item: Feedback): Promise<void> {
    const person = await tx.findOneBy(Staff, { id: staffId, active: true });
    if (!person || staffId === item.concernsStaffId || !(await mayWorkOn(tx, staffId, item)))
      throw fault('assigneeId', 'lifecycle.need.assigneeId');
    if (staffId === item.assigneeId) throw fault('assigneeId', 'lifecycle.need.otherAssignee');
  }

  private async concerned(tx: EntityManager, staffId: number | null): Promise<void> {
    const known = staffId === null || (await tx.existsBy(Staff, { id: staffId }));
    if (!known) throw fault('concernsStaffId', 'lifecycle.need.concernsStaffId');
  }
}

async function mayWorkOn(tx: EntityManager, staffId: number, { handlingAgency }: Feedback): Promise<boolean> {
  const grants = await tx.findBy(Grant, { staffId, role: In([...ASSIGNABLE_ROLES]) });
  const agencies = await tx.findBy(Agency, { id: In(grants.map(({ agencyId }) => agencyId)) });
  return agencies.some(({ path }) => handlingAgency.path.startsWith(path));
}
