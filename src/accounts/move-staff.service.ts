import { Injectable } from '@nestjs/common';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Grant } from './grant.entity.js';
import { keepingAnAdministrator } from './last-administrator.js';
import { SessionStamps } from './session-stamps.js';
import { Staff } from './staff.entity.js';

/** Where a person works from now on, and whether the roles at the old agency come along. */
export interface Rotation {
  readonly staffId: number;
  readonly agencyId: number;
  readonly withRoles: boolean;
}

/** Rotation of posts: a person goes on at another agency. What they did stays with the agency where they did it. */
@Injectable()
export class MoveStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stamps: SessionStamps,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Roles at third agencies stay as they are.
   * @returns the stamp for a session that goes on; null where the person works there already.
   * @throws DomainError `conflict` when the last administrator would go.
   */
  async move({ staffId, agencyId, withRoles }: Rotation, by: AuditActor): Promise<string | null> {
    return this.unitOfWork.run(async (tx) => {
      const { agencyId: from } = await tx.findOneByOrFail(Staff, { id: staffId });
      if (from === agencyId) return null;
      return keepingAnAdministrator(tx, async () => {
        await tx.update(Staff, { id: staffId }, { agencyId });
        const held = withRoles ? await tx.findBy(Grant, { staffId, agencyId: from }) : [];
        for (const { id, role } of held) {
          const isThere = await tx.existsBy(Grant, { staffId, role, agencyId });
          if (isThere) await tx.delete(Grant, { id });
          else await tx.update(Grant, { id }, { agencyId });
        }
        const details = { from, to: agencyId, roles: held.map(({ role }) => role).join(' ') };
        const note = { action: 'staff.move', subjectKind: 'staff', subject: staffId, details };
        await this.audit.record(tx, by, note);
        return this.stamps.renew(tx, staffId);
      });
    });
  }
}
