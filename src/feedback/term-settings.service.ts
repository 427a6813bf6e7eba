import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, IsNull, type Repository } from 'typeorm';
import type { AuditDetails } from '../platform/audit/audit-entry.entity.js';
import { auditedStaff, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { addDays, type CivilDay, dayOf, formatDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { TermRule } from './term-rule.entity.js';
import { collides, TERM_RANGE, type TermScope } from './term-rule.js';

/** A term as an administrator enters it. */
export interface NewTerm extends TermScope {
  /** Working days. */
  readonly term: number;
  readonly validFrom: CivilDay;
  /** The last day on which it holds; null: until further notice. */
  readonly lastDay: CivilDay | null;
  readonly note: string;
}

/** Terms are added and ended; promises already made keep the day that was promised. */
@Injectable()
export class TermSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @InjectRepository(TermRule) private readonly rules: Repository<TermRule>,
  ) {}

  /** @returns all of them with their agencies, the newest first. */
  list(): Promise<TermRule[]> {
    return this.rules.find({ relations: { agency: true }, order: { validFrom: 'DESC', id: 'DESC' } });
  }

  byId(id: number): Promise<TermRule | null> {
    return this.rules.findOne({ relations: { agency: true }, where: { id } });
  }

  /**
   * @returns the id.
   * @throws DomainError invalid beside the field at fault: days out of order or in the past, or an equal term holds on
   *   one of these days.
   */
  async add({ lastDay, ...input }: NewTerm, staffId: number): Promise<number> {
    const validTo = lastDay === null ? null : addDays(lastDay, 1);
    requireTerm(input.term);
    if (validTo !== null && validTo <= input.validFrom) throw fault('lastDay', 'feedback.term.endsEarly');
    return this.unitOfWork.run(async (tx) => {
      await this.requireFree(tx, { ...input, validTo });
      const added = { addedById: staffId, addedAt: this.clock.now(), endedById: null };
      const rule = tx.create(TermRule, { ...input, validTo, ...added });
      await tx.insert(TermRule, rule);
      const { agencyId: agency, term: days, validFrom } = rule;
      await this.note(tx, staffId, 'add', rule.id, { agency, days, validFrom });
      return rule.id;
    });
  }

  /**
   * Sets its end: reports received after that day go by what else is set.
   * @throws DomainError not-found; invalid beside `lastDay` when that is over, or before its first day; conflict when it
   *   has an end already that is no later.
   */
  async end(id: number, lastDay: CivilDay, staffId: number): Promise<void> {
    const today = dayOf(this.clock.now());
    await this.unitOfWork.run(async (tx) => {
      const rule = await existing(tx, id);
      if (lastDay < today || lastDay < rule.validFrom) throw fault('lastDay', 'feedback.term.endIsOver');
      const validTo = addDays(lastDay, 1);
      if (rule.validTo !== null && rule.validTo <= validTo)
        throw new DomainError('conflict', 'feedback.term.endedAlready');
      await tx.update(TermRule, { id }, { validTo, endedById: staffId });
      await this.note(tx, staffId, 'end', id, { lastDay });
    });
  }

  /** Takes back one that has not begun. @throws DomainError not-found; conflict once reports may have gone by it. */
  async remove(id: number, staffId: number): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { validFrom } = await existing(tx, id);
      if (validFrom <= dayOf(this.clock.now())) throw new DomainError('conflict', 'feedback.term.inUse');
      await tx.delete(TermRule, { id });
      await this.note(tx, staffId, 'remove', id, null);
    });
  }

  private note(
    tx: EntityManager,
    staffId: number,
    verb: string,
    id: number,
    details: AuditDetails | null,
  ): Promise<void> {
    const note = { action: `term.${verb}`, subjectKind: 'term', subject: id, details };
    return this.audit.record(tx, auditedStaff({ staffId }), note);
  }

  private async requireFree(
    tx: EntityManager,
    term: TermScope & Pick<TermRule, 'validFrom' | 'validTo'>,
  ): Promise<void> {
    const { subject, urgency, channel, agencyId } = term;
    const equal = await tx.findBy(TermRule, {
      subject: subject ?? IsNull(),
      urgency: urgency ?? IsNull(),
      channel: channel ?? IsNull(),
      agencyId: agencyId ?? IsNull(),
    });
    const other = equal.find((one) => collides(one, term));
    if (!other) return;
    const from = formatDay(other.validFrom);
    if (other.validTo === null) throw fault('validFrom', 'feedback.term.takenOpen', { from });
    throw fault('validFrom', 'feedback.term.taken', { from, to: formatDay(addDays(other.validTo, -1)) });
  }
}

async function existing(tx: EntityManager, id: number): Promise<TermRule> {
  const rule = await tx.findOneBy(TermRule, { id });
  if (!rule) throw new DomainError('not-found', 'errors.notFound');
  return rule;
}

function requireTerm(term: number): void {
  const { min, max } = TERM_RANGE;
  if (!Number.isInteger(term) || term < min || term > max)
    throw fault('term', 'feedback.term.range', { min, max });
}

function fault(field: string, key: string, params: Record<string, string | number> = {}): DomainError {
  return new DomainError('invalid', 'errors.invalid', {}, { [field]: { key, params } });
}
