import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Authenticator } from '../platform/web/signed-in.js';
import { Grant } from './grant.entity.js';
import type { Role } from './role.js';
import type { GrantInForce, StaffActor } from './staff-actor.js';
import { Staff } from './staff.entity.js';

/** Asked on every request, so that suspension, a new stamp or a lost role works at once. */
@Injectable()
export class StaffAuthenticator extends Authenticator {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  /** @returns the person, or null when the account is suspended or the stamp is not that of the last sign-out. */
  async authenticate(staffId: number, sessionStamp: string): Promise<StaffActor | null> {
    const find = (manager: EntityManager) =>
      manager.findOneBy(Staff, { id: staffId, sessionStamp, active: true });
    // A replica may not have heard yet of a password that was changed just now.
    const staff = (await find(this.source.manager)) ?? (await this.unitOfWork.run(find));
    if (!staff) return null;
    const grants = await this.grantsOf(staffId);
    const roles = [...new Set(grants.map(({ role }) => role))];
    return { kind: 'staff', staffId, name: staff.name, agencyId: staff.agencyId, roles, grants };
  }

  private async grantsOf(staffId: number): Promise<GrantInForce[]> {
    const rows = await this.source.manager
      .createQueryBuilder(Grant, 'held')
      .innerJoin(Agency, 'agency', 'agency.id = held.agencyId')
      .where('held.staffId = :staffId', { staffId })
      .select(['held.role AS role', 'held.agencyId AS "agencyId"', 'agency.path AS path'])
      .getRawMany<{ role: Role; agencyId: number; path: string }>();
    return rows.map(({ role, agencyId, path }) => ({ role, agencyId, path }));
  }
}
