import { Injectable } from '@nestjs/common';
import { mayAdminister } from '../../accounts/may-administer.js';
import { staffActor } from '../../accounts/staff-actor.js';
import { StaffQuery, type StaffRow } from '../../accounts/staff.query.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { StaffSession } from '../../platform/web/staff-session.js';
import type { WebRequest } from '../../platform/web/web-request.js';

/** Opens an account for an administrator; one answer for accounts that do not exist and those out of reach. */
@Injectable()
export class AdministeredStaff {
  constructor(
    private readonly query: StaffQuery,
    private readonly sessions: StaffSession,
  ) {}

  /** @param id as the address has it. @throws DomainError `not-found` */
  async open(admin: SignedIn, id: string): Promise<StaffRow> {
    const row = /^\d{1,9}$/.test(id) ? await this.query.byId(Number(id)) : null;
    if (!row || !mayAdminister(staffActor(admin), row)) {
      throw new DomainError('not-found', 'errors.page.notFound.title');
    }
    return row;
  }

  /** A change that ends a person's sessions lets the one go on in which they made it themselves. @param stamp null where nothing changed. */
  async goOn(
    request: WebRequest,
    admin: SignedIn,
    { id }: Pick<StaffRow, 'id'>,
    stamp: string | null,
  ): Promise<void> {
    if (stamp !== null && id === admin.staffId) await this.sessions.begin(request, { staffId: id, stamp });
  }
}
