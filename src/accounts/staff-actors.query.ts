import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import { Grant } from './grant.entity.js';
import type { GrantInForce, StaffActor } from './staff-actor.js';
import { Staff } from './staff.entity.js';

/** People as policy sees them, with what they are entrusted with at this moment. */
@Injectable()
export class StaffActors {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly directory: AgencyDirectory,
  ) {}

  /** @returns the person behind an active account, or null: what they would see at their desk. */
  async byId(staffId: number): Promise<StaffActor | null> {
    const staff = await this.source.manager.findOneBy(Staff, { id: staffId, active: true });
    return staff && this.of(staff);
  }

  /** @param staff an account whose right to act was checked. */
  async of({ id, name, agencyId }: Pick<Staff, 'id' | 'name' | 'agencyId'>): Promise<StaffActor> {
    const grants = await this.grantsOf(id);
    const authority = await this.directory.intakeRoot();
    const overAll = grants.filter(({ path }) => authority?.path.startsWith(path));
    const standing = { roles: rolesOf(grants), rolesOverAll: rolesOf(overAll) };
    return { kind: 'staff', staffId: id, name, agencyId, ...standing, grants };
  }

  private async grantsOf(staffId: number): Promise<GrantInForce[]> {
    return this.source.manager
      .createQueryBuilder(Grant, 'held')
      .innerJoin(Agency, 'agency', 'agency.id = held.agencyId')
      .where('held.staffId = :staffId', { staffId })
      .select(['held.role AS role', 'held.agencyId AS "agencyId"', 'agency.path AS path'])
      .getRawMany<GrantInForce>();
  }
}

function rolesOf(grants: readonly GrantInForce[]): GrantInForce['role'][] {
  return [...new Set(grants.map(({ role }) => role))];
}
