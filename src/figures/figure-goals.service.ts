import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, IsNull, type Repository } from 'typeorm';
import type { Agency } from '../directory/agency.entity.js';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { addDays, type CivilDay, dayOf, formatDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { FigureGoal } from './figure-goal.entity.js';
import { bandsOutOfOrder, type Goal, goalFor } from './figure-goal.js';

/** Goals as an administrator enters them. */
export interface NewGoal extends Goal {
  readonly agencyId: number | null;
  readonly validFrom: CivilDay;
  /** The last day on which it holds; null: until further notice. */
  readonly lastDay: CivilDay | null;
  readonly note: string;
}

/** Targets and grades are added and ended, never changed: a period of the past is judged by what held then. */
@Injectable()
export class FigureGoals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @InjectRepository(FigureGoal) private readonly goals: Repository<FigureGoal>,
  ) {}

  /** @returns what holds for that agency on that day; null where nothing was set. */
  async of({ path }: Pick<Agency, 'path'>, day: CivilDay): Promise<FigureGoal | null> {
    const line = path.split('/').filter(Boolean).map(Number).reverse();
    return goalFor(await this.goals.find(), line, day);
  }

  /** @returns all of them with their agencies, the newest first. */
  list(): Promise<FigureGoal[]> {
    return this.goals.find({ relations: { agency: true }, order: { validFrom: 'DESC', id: 'DESC' } });
  }

  byId(id: number): Promise<FigureGoal | null> {
    return this.goals.findOne({ relations: { agency: true }, where: { id } });
  }

  /** @throws DomainError invalid beside the field at fault: bands or days out of order, or others hold on these days. */
  async add({ lastDay, ...input }: NewGoal, by: AuditActor): Promise<number> {
    const [band] = bandsOutOfOrder(input);
    if (band) throw fault(band, 'authority.goal.disorder');
    const validTo = lastDay === null ? null : addDays(lastDay, 1);
    if (validTo !== null && validTo <= input.validFrom) throw fault('lastDay', 'authority.goal.endsEarly');
    return this.unitOfWork.run(async (tx) => {
      await requireFree(tx, { ...input, validTo });
      const added = { addedById: by.id ?? 0, addedAt: this.clock.now(), endedById: null };
      const goal = tx.create(FigureGoal, { ...input, validTo, ...added });
      await tx.insert(FigureGoal, goal);
      const { handled, onTime, satisfied, excellent, good, fulfilled, fewest, validFrom } = goal;
      const details = { handled, onTime, satisfied, excellent, good, fulfilled, fewest, validFrom };
      await this.note(tx, by, 'goal.add', goal.id, { agency: input.agencyId, ...details });
      return goal.id;
    });
  }

  /** @throws DomainError not-found; invalid beside `lastDay` when it is before the first day; conflict when it ends earlier already. */
  async end(id: number, lastDay: CivilDay, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const goal = await existing(tx, id);
      const validTo = addDays(lastDay, 1);
      if (lastDay < goal.validFrom) throw fault('lastDay', 'authority.goal.endsEarly');
      if (goal.validTo !== null && goal.validTo <= validTo)
        throw fault('lastDay', 'authority.goal.endedAlready');
      await tx.update(FigureGoal, { id }, { validTo, endedById: by.id ?? null });
      await this.note(tx, by, 'goal.end', id, { lastDay });
    });
  }

  /** Takes back one that has not begun. @throws DomainError not-found; conflict once somebody may have read by it. */
  async remove(id: number, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { validFrom } = await existing(tx, id);
      if (validFrom <= dayOf(this.clock.now())) throw new DomainError('conflict', 'authority.goal.inUse');
      await tx.delete(FigureGoal, { id });
      await this.note(tx, by, 'goal.remove', id, null);
    });
  }

  private note(
    tx: EntityManager,
    by: AuditActor,
    action: string,
    id: number,
    details: Readonly<Record<string, string | number | null>> | null,
  ): Promise<void> {
    return this.audit.record(tx, by, { action, subjectKind: 'goal', subject: id, details });
  }
}

/** @throws DomainError invalid: two that hold for one agency on one day would contradict each other. */
async function requireFree(
  tx: EntityManager,
  goal: Pick<FigureGoal, 'agencyId' | 'validFrom' | 'validTo'>,
): Promise<void> {
  const until = goal.validTo ?? '9999-12-31';
  const others = await tx.findBy(FigureGoal, { agencyId: goal.agencyId ?? IsNull() });
  const other = others.find((one) => one.validFrom < until && goal.validFrom < (one.validTo ?? '9999-12-31'));
  if (other) throw fault('validFrom', 'authority.goal.taken', { from: formatDay(other.validFrom) });
}

async function existing(tx: EntityManager, id: number): Promise<FigureGoal> {
  const goal = await tx.findOneBy(FigureGoal, { id });
  if (!goal) throw new DomainError('not-found', 'errors.notFound');
  return goal;
}

function fault(field: string, key: string, params: Record<string, string | number> = {}): DomainError {
  return new DomainError('invalid', 'errors.invalid', {}, { [field]: { key, params } });
}
