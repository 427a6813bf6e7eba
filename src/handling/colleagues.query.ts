import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, type DataSource, type SelectQueryBuilder } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import { Staff } from '../accounts/staff.entity.js';
import { Agency } from '../directory/agency.entity.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { ASSIGNABLE_ROLES } from '../feedback/person-lookups.js';
import { OPEN } from '../feedback/state.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import { Absences } from './absences.service.js';

/** Somebody to whom an item can be given. */
export interface Colleague {
  readonly id: number;
  readonly name: string;
  readonly position: string;
  readonly agencyId: number;
  /** Short name of where the person works. */
  readonly agency: string;
  /** How many open items the person has already, wherever they are. */
  readonly open: number;
  /** The last day of today's absence; null for whoever is there. */
  readonly absentUntil: CivilDay | null;
  readonly substituteId: number | null;
}

/** A form that offers more people than this helps nobody. */
const MOST = 200;
type Person = Pick<Colleague, 'id' | 'name' | 'position' | 'agencyId' | 'agency'>;

/** People by what they may work on, with what they have to do already. */
@Injectable()
export class Colleagues {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly absences: Absences,
  ) {}

  /**
   * @param places of handling agencies in the tree (`/1/24/`).
   * @param viewer whoever looks.
   * @returns the active people who may work at one of them at least, those who work nearest first, then by name.
   */
  async at(places: readonly string[], today: CivilDay, viewer: number): Promise<Colleague[]> {
    if (places.length === 0) return [];
    const query = this.source.manager
      .createQueryBuilder(Staff, 'staff')
      .innerJoin(Grant, 'held', 'held.staffId = staff.id AND held.role IN (:...roles)', {
        roles: ASSIGNABLE_ROLES,
      })
      .innerJoin(Agency, 'reach', 'reach.id = held.agencyId')
      .innerJoin(Agency, 'home', 'home.id = staff.agencyId')
      .where('staff.active = TRUE')
      .andWhere(
        new Brackets((any) => {
          for (const [i, place] of [...new Set(places)].entries())
            any.orWhere(`:place${i} LIKE reach.path || '%'`, { [`place${i}`]: place });
        }),
      )
      .select(['id', 'name', 'position', 'agencyId'].map((column) => `staff.${column} AS "${column}"`))
      .addSelect(['home.shortName AS agency', 'LENGTH(home.path) AS depth'])
      .distinct()
      .orderBy('depth', 'DESC')
      .addOrderBy('staff.name', 'ASC')
      .limit(MOST);
    return this.known(await query.getRawMany<Person>(), today, viewer);
  }

  /**
   * @param tops places in the tree.
   * @param viewer whoever looks: nobody stands in the list for an item about the viewer's own conduct alone.
   * @returns the people who work there or below and have something open, active or not, by name.
   */
  async holding(tops: readonly string[], viewer: number): Promise<Pick<Colleague, 'id' | 'name'>[]> {
    if (tops.length === 0) return [];
    const open = 'held."assigneeId" = staff.id AND held.state IN (:...open)';
    const others = '(held."concernsStaffId" IS NULL OR held."concernsStaffId" <> :viewer)';
    return this.workingBelow(tops)
      .andWhere(`EXISTS (SELECT 1 FROM feedback held WHERE ${open} AND ${others})`, { open: OPEN, viewer })
      .getMany();
  }

  /**
   * @param tops places in the tree.
   * @returns the active people who work there or below and may be given items, by name.
   */
  async within(tops: readonly string[]): Promise<Pick<Colleague, 'id' | 'name'>[]> {
    if (tops.length === 0) return [];
    return this.workingBelow(tops)
      .andWhere('staff.active = TRUE')
      .andWhere(
        'EXISTS (SELECT 1 FROM staff_grant held WHERE held."staffId" = staff.id AND held.role IN (:...roles))',
        { roles: ASSIGNABLE_ROLES },
      )
      .getMany();
  }

  /** @returns names of people, by id; also of those who have left. */
  async names(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (ids.length === 0) return new Map();
    const people = await this.source.manager
      .createQueryBuilder(Staff, 'staff')
      .where('staff.id IN (:...ids)', { ids: [...new Set(ids)] })
      .getMany();
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  /**
   * @param viewer whoever looks: items about the own conduct do not exist for this person, not even in a number.
   * @returns how many open items each of them has; a number alone, no content.
   */
  async openItems(ids: readonly number[], viewer: number): Promise<ReadonlyMap<number, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.manager
      .createQueryBuilder(Feedback, 'item')
      .select('item.assigneeId', 'id')
      .addSelect('COUNT(*)', 'open')
      .where('item.assigneeId IN (:...ids)', { ids: [...ids] })
      .andWhere('item.state IN (:...states)', { states: OPEN })
      .andWhere('(item.concernsStaffId IS NULL OR item.concernsStaffId <> :viewer)', { viewer })
      .groupBy('item.assigneeId')
      .getRawMany<{ id: number; open: string | number }>();
    return new Map(rows.map(({ id, open }) => [id, Number(open)]));
  }

  private workingBelow(tops: readonly string[]): SelectQueryBuilder<Staff> {
    return this.source.manager
      .createQueryBuilder(Staff, 'staff')
      .innerJoin(Agency, 'home', 'home.id = staff.agencyId')
      .where(
        new Brackets((any) => {
          for (const [i, top] of [...new Set(tops)].entries())
            any.orWhere(`home.path LIKE :top${i}`, { [`top${i}`]: `${top}%` });
        }),
      )
      .select(['staff.id', 'staff.name'])
      .orderBy('staff.name', 'ASC')
      .limit(MOST);
  }

  private async known(people: readonly Person[], today: CivilDay, viewer: number): Promise<Colleague[]> {
    const ids = people.map(({ id }) => id);
    const [open, away] = await Promise.all([this.openItems(ids, viewer), this.absences.of(ids, today)]);
    return people.map((person) => ({
      ...person,
      open: open.get(person.id) ?? 0,
      absentUntil: away.get(person.id)?.toDay ?? null,
      substituteId: away.get(person.id)?.substituteId ?? null,
    }));
  }
}
