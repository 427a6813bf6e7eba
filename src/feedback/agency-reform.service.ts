import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgencyChange } from '../directory/agency-change.entity.js';
import { Agency } from '../directory/agency.entity.js';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf, startOfDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { AgencySuccession } from './agency-succession.service.js';
import { checkReform, type NewAgencyChange } from './reform-checks.js';

export const AGENCY_CHANGE = 'agency.change';

/**
 * What an authority decides about its agencies: new names and places, mergers, ends. What is for today holds at once,
 * what is for a later day when that day begins; who has decided is in the trail both times.
 */
@Injectable()
export class AgencyReform {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly succession: AgencySuccession,
  ) {}

  /**
   * Writes decisions down, all or none.
   * @returns their ids, in the order given.
   * @throws DomainError invalid beside `day` or `agency` (the parent, the successor); conflict where the agency is gone, or
   *   its end is decided already.
   */
  decide(changes: readonly NewAgencyChange[], staffId: number): Promise<number[]> {
    return this.unitOfWork.run(async (tx) => {
      const today = dayOf(this.clock.now());
      const ids: number[] = [];
      for (const change of changes) {
        await checkReform(tx, change, changes, today);
        const row = tx.create(AgencyChange, {
          ...change,
          state: 'PLANNED',
          addedById: staffId,
          addedAt: this.clock.now(),
        });
        await tx.insert(AgencyChange, row);
        await this.record(tx, { kind: 'staff', id: staffId }, row, { day: row.day });
        if (row.day <= today) await this.succession.carryOut(tx, row);
        else await this.wait(tx, row);
        ids.push(row.id);
      }
      return ids;
    });
  }

  /** Takes a decision back before its day. @throws DomainError conflict where it holds already. */
  cancel(id: number, staffId: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await tx.findOneByOrFail(AgencyChange, { id });
      const { affected } = await tx.update(AgencyChange, { id, state: 'PLANNED' }, { state: 'CANCELLED' });
      if (affected !== 1) throw new DomainError('conflict', 'directoryAdmin.change.tooLate');
      await this.record(tx, { kind: 'staff', id: staffId }, row, { day: row.day, cancelled: true });
    });
  }

  /** Carries a decision out when its day has come; nothing for one that was cancelled. */
  async comeDue(tx: EntityManager, id: number): Promise<void> {
    const row = await tx.findOneBy(AgencyChange, { id, state: 'PLANNED' });
    if (!row || row.day > dayOf(this.clock.now())) return;
    await this.succession.carryOut(tx, row);
    await this.record(tx, { kind: 'system' }, row, { day: row.day });
  }

  private wait(tx: EntityManager, { id, day }: AgencyChange): Promise<void> {
    const key = `${AGENCY_CHANGE}:${id}`;
    return this.outbox.post(tx, { topic: AGENCY_CHANGE, key, payload: { id }, runAt: startOfDay(day) });
  }

  private async record(
    tx: EntityManager,
    by: AuditActor,
    { agencyId, kind, successorId, parentId }: AgencyChange,
    details: Record<string, string | boolean>,
  ): Promise<void> {
    const codes = await codesOf(tx, { successor: successorId, parent: parentId });
    const { code } = await tx.findOneByOrFail(Agency, { id: agencyId });
    const action = `agency.${kind.toLowerCase()}`;
    await this.audit.record(tx, by, {
      action,
      subjectKind: 'agency',
      subject: code,
      details: { ...details, ...codes },
    });
  }
}

async function codesOf(
  tx: EntityManager,
  ids: Readonly<Record<string, number | null>>,
): Promise<Record<string, string>> {
  const codes: Record<string, string> = {};
  for (const [name, id] of Object.entries(ids)) {
    const row = id === null ? null : await tx.findOneBy(Agency, { id });
    if (row) codes[name] = row.code;
  }
  return codes;
}
