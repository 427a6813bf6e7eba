import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { AgencyChange } from '../directory/agency-change.entity.js';
import { AgencyPlacement } from '../directory/agency-placement.entity.js';
import { AgencyRegistry } from '../directory/agency-registry.service.js';
import { Agency } from '../directory/agency.entity.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { Coordination } from './coordination.entity.js';
import { Feedback } from './feedback.entity.js';
import { OPEN } from './state.js';
import { giveRolesAtSuccessor } from './successor-roles.js';

export const AGENCY_SUCCEED = 'agency.succeed';

/**
 * Lets a decision about an agency hold. Everything but its items moves in one unit of work; the items follow in
 * chunks, each a unit of work of its own that posts the next (thousands would hold up everybody else).
 */
@Injectable()
export class AgencySuccession {
  constructor(
    private readonly registry: AgencyRegistry,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Joins the open unit of work. */
  async carryOut(tx: EntityManager, change: AgencyChange): Promise<void> {
    const { id, kind, agencyId, day, name, shortName } = change;
    if (kind === 'RENAME') await this.registry.rename(agencyId, { name, shortName }, day);
    else if (kind === 'MOVE') await this.registry.move(agencyId, change.parentId, day);
    else return this.end(tx, change);
    await tx.update(AgencyChange, { id }, { state: 'DONE' });
  }

  /** Has the next items moved. */
  async next(tx: EntityManager, id: number, round: number, runAt = this.clock.now()): Promise<void> {
    const key = `${AGENCY_SUCCEED}:${id}:${round}`;
    await this.outbox.post(tx, { topic: AGENCY_SUCCEED, key, payload: { id, round }, runAt });
  }

  private async end(tx: EntityManager, change: AgencyChange): Promise<void> {
    const { id, agencyId, day, withStaff } = change;
    const row = await tx.findOneByOrFail(Agency, { id: agencyId });
    const successor = await this.successorOf(tx, change);
    if (successor) {
      await this.takeChildren(tx, row, successor, day);
      if (row.takesUnaddressed) await this.registry.takeUnaddressed(successor.id);
      if (withStaff) await giveRolesAtSuccessor(tx, agencyId, successor.id);
      await tx.update(Coordination, { agencyId, answeredAt: IsNull() }, { agencyId: successor.id });
    }
    await this.registry.abolish(agencyId, day, successor?.id ?? null);
    const total = successor ? await itemsOf(tx, agencyId) : 0;
    const state = total > 0 ? ('MOVING' as const) : ('DONE' as const);
    await tx.update(AgencyChange, { id }, { state, total, successorId: successor?.id ?? null });
    if (total > 0) await this.next(tx, id, 1);
  }

  /** The one that was named; where that one has been merged since, who took over from it. */
  private async successorOf(tx: EntityManager, { successorId }: AgencyChange): Promise<Agency | null> {
    let at = successorId === null ? null : await tx.findOneByOrFail(Agency, { id: successorId });
    while (at?.successorId != null && at.validTo !== null)
      at = await tx.findOneByOrFail(Agency, { id: at.successorId });
    return at;
  }

  /** What stood below stands below the successor; a successor from below comes up first. */
  private async takeChildren(
    tx: EntityManager,
    row: Agency,
    successor: Agency,
    day: CivilDay,
  ): Promise<void> {
    if (successor.path.startsWith(row.path)) await this.place(tx, successor.id, row.parentId, day);
    const children = await tx.findBy(Agency, { parentId: row.id, validTo: IsNull() });
    for (const child of children)
      if (child.id !== successor.id) await this.place(tx, child.id, successor.id, day);
  }

  /** A child that came later than the day of a merger in the past moves on the day it came. */
  private async place(tx: EntityManager, id: number, parentId: number | null, day: CivilDay): Promise<void> {
    const placed = await tx.findOneBy(AgencyPlacement, { agencyId: id, validTo: IsNull() });
    const since = placed?.validFrom ?? day;
    await this.registry.move(id, parentId, since > day ? since : day);
  }
}

/** @returns how many open items the agency has on its books or takes in. */
export function itemsOf(manager: EntityManager, agencyId: number): Promise<number> {
  return manager.countBy(Feedback, [
    { handlingAgencyId: agencyId, state: In([...OPEN]) },
    { intakeAgencyId: agencyId, state: In([...OPEN]) },
  ]);
}
