import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Authenticator } from '../platform/web/signed-in.js';
import { Duties } from './duties.query.js';
import { StaffActors } from './staff-actors.query.js';
import type { StaffActor } from './staff-actor.js';
import { Staff } from './staff.entity.js';

/** Asked on every request, so that suspension, a new stamp or a lost role works at once. */
@Injectable()
export class StaffAuthenticator extends Authenticator {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly actors: StaffActors,
    private readonly duties: Duties,
  ) {
    super();
  }

  /** @returns the person, with what they have to do first; null when the account is suspended or the stamp is not that of the last sign-out. */
  async authenticate(staffId: number, sessionStamp: string): Promise<StaffActor | null> {
    const find = (manager: EntityManager) =>
      manager.findOneBy(Staff, { id: staffId, sessionStamp, active: true });
    // A replica may not have heard yet of a password that was changed just now.
    const staff = (await find(this.source.manager)) ?? (await this.unitOfWork.run(find));
    if (!staff) return null;
    const actor = await this.actors.of(staff);
    return { ...actor, duty: await this.duties.of(staff, actor.roles) };
  }
}
