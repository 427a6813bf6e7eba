import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import type { Role } from '../accounts/role.js';
import { Staff } from '../accounts/staff.entity.js';
import { Agency } from '../directory/agency.entity.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import { superiorPath } from '../feedback/policy.js';

type About = Pick<
  Feedback,
  'state' | 'assigneeId' | 'concernsStaffId' | 'intakeAgencyId' | 'handlingAgencyId'
>;

/**
 * Who is told by mail. People with an address alone are named, never the person whose conduct the item is about.
 * Asked inside units of work, so everything is read through `tx`.
 */
@Injectable()
export class Recipients {
  /** Whoever works on it: the assignee, else those whose turn it is; approvers too while a draft waits for them. */
  async workingOn(tx: EntityManager, item: About): Promise<number[]> {
    if (item.state === 'SUBMITTED') return this.takingIn(tx, item);
    const handling = await pathOf(tx, item.handlingAgencyId);
    const approvers = item.state === 'AWAITING_APPROVAL' ? await nearest(tx, 'APPROVER', handling) : [];
    const workers = item.assigneeId === null ? await nearest(tx, 'HANDLER', handling) : [item.assigneeId];
    return this.reachable(tx, item, [...workers, ...approvers]);
  }

  /** Those who take in at the intake agency. */
  async takingIn(tx: EntityManager, item: About): Promise<number[]> {
    const intake = await pathOf(tx, item.intakeAgencyId);
    return this.reachable(tx, item, await nearest(tx, 'INTAKE_OFFICER', intake));
  }

  /** The head of the handling agency: whoever approves there. */
  async heads(tx: EntityManager, item: About): Promise<number[]> {
    const handling = await pathOf(tx, item.handlingAgencyId);
    return this.reachable(tx, item, await nearest(tx, 'APPROVER', handling));
  }

  /** Those who supervise at the agency above the handling one. */
  async superiors(tx: EntityManager, item: About): Promise<number[]> {
    const above = superiorPath(await pathOf(tx, item.handlingAgencyId));
    return this.reachable(tx, item, await nearest(tx, 'SUPERVISOR', above));
  }

  /** @returns those of these people who can be told of this item, each once. */
  async reachable(
    tx: EntityManager,
    { concernsStaffId }: Pick<About, 'concernsStaffId'>,
    staffIds: readonly number[],
  ): Promise<number[]> {
    const wanted = [...new Set(staffIds)].filter((id) => id !== concernsStaffId);
    if (wanted.length === 0) return [];
    const people = await tx
      .createQueryBuilder(Staff, 'staff')
      .select(['staff.id'])
      .where('staff.id IN (:...wanted)', { wanted })
      .andWhere('staff.active = :active AND staff.email IS NOT NULL', { active: true })
      .orderBy('staff.id')
      .getMany();
    return people.map(({ id }) => id);
  }
}

/** People with the role at the agency itself, or at the nearest one above that has any. */
async function nearest(tx: EntityManager, role: Role, path: string): Promise<number[]> {
  const upwards = path.split('/').filter(Boolean).map(Number).reverse();
  const held = await tx
    .createQueryBuilder(Grant, 'held')
    .innerJoin(Staff, 'staff', 'staff.id = held.staffId AND staff.active = :active', { active: true })
    .where('held.role = :role AND held.agencyId IN (:...upwards)', { role, upwards })
    .getMany();
  const agencyId = upwards.find((id) => held.some((grant) => grant.agencyId === id));
  return held.filter((grant) => grant.agencyId === agencyId).map(({ staffId }) => staffId);
}

async function pathOf(tx: EntityManager, agencyId: number): Promise<string> {
  const { path } = await tx.findOneOrFail(Agency, {
    select: { id: true, path: true },
    where: { id: agencyId },
  });
  return path;
}
