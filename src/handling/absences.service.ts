import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThanOrEqual, MoreThanOrEqual, type Repository } from 'typeorm';
import { Staff } from '../accounts/staff.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Absence } from './absence.entity.js';

/** Days of absence as somebody announces them, both included. */
export interface NewAbsence {
  readonly fromDay: CivilDay;
  readonly toDay: CivilDay;
  readonly substituteId: number | null;
}

/** Nobody announces more at once. */
const MOST = 20;

const fault = (field: string, key: string): DomainError =>
  new DomainError('invalid', 'errors.invalid', {}, { [field]: { key } });

/** Who is away when, and who does the work meanwhile. */
@Injectable()
export class Absences {
  constructor(
    @InjectRepository(Absence) private readonly absences: Repository<Absence>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns the person's absences that are not over, by their first day. */
  announced(staffId: number, today: CivilDay): Promise<Absence[]> {
    return this.absences.find({
      where: { staffId, toDay: MoreThanOrEqual(today) },
      order: { fromDay: 'ASC', id: 'ASC' },
    });
  }

  /** @returns the absence of today of each of these people who is away, by person. */
  async of(staffIds: readonly number[], today: CivilDay): Promise<ReadonlyMap<number, Absence>> {
    const found = await this.absences.findBy({ staffId: In([...staffIds]), ...onDay(today) });
    return new Map(found.map((absence) => [absence.staffId, absence]));
  }

  /** @returns the absences of today in which this person stands in for somebody else. */
  substitutedBy(substituteId: number, today: CivilDay): Promise<Absence[]> {
    return this.absences.findBy({ substituteId, ...onDay(today) });
  }

  /**
   * @throws DomainError invalid with the field at fault: days that are over or turned round, that meet another absence,
   *   a substitute who is nobody, oneself, or away on one of the days.
   */
  async announce(staffId: number, absence: NewAbsence, today: CivilDay): Promise<void> {
    const { fromDay, toDay, substituteId } = absence;
    if (toDay < fromDay) throw fault('toDay', 'desk.absence.order');
    if (toDay < today) throw fault('toDay', 'desk.absence.over');
    const meeting = { fromDay: LessThanOrEqual(toDay), toDay: MoreThanOrEqual(fromDay) };
    await this.unitOfWork.run(async (tx) => {
      if (await tx.existsBy(Absence, { staffId, ...meeting })) throw fault('fromDay', 'desk.absence.meets');
      if ((await tx.countBy(Absence, { staffId, toDay: MoreThanOrEqual(today) })) >= MOST)
        throw fault('fromDay', 'desk.absence.tooMany');
      if (substituteId !== null) {
        const isSomebody = await tx.existsBy(Staff, { id: substituteId, active: true });
        if (!isSomebody || substituteId === staffId) throw fault('substitute', 'desk.absence.substituteNone');
        if (await tx.existsBy(Absence, { staffId: substituteId, ...meeting }))
          throw fault('substitute', 'desk.absence.substituteAway');
      }
      await tx.insert(Absence, { staffId, fromDay, toDay, substituteId, createdAt: this.clock.now() });
    });
  }

  /** The person is back, or never went. Somebody else's absence is left alone. */
  async end(staffId: number, id: number): Promise<void> {
    await this.unitOfWork.run((tx) => tx.delete(Absence, { id, staffId }));
  }
}

function onDay(day: CivilDay): object {
  return { fromDay: LessThanOrEqual(day), toDay: MoreThanOrEqual(day) };
}
