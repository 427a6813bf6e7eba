import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Like, type Repository } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CalendarDay } from './calendar-day.entity.js';
import { CalendarYear } from './calendar-year.entity.js';
import { WorkingCalendar } from './working-calendar.js';
import { checkedPlan, samePlan, type YearPlan } from './year-plan.js';

export type Replacement = 'added' | 'changed' | 'unchanged';

/** The calendar in force, kept in memory and read again when any process has changed it. */
@Injectable()
export class CalendarService {
  private cached: { readonly revision: string; readonly calendar: WorkingCalendar } | null = null;

  constructor(
    @InjectRepository(CalendarDay) private readonly days: Repository<CalendarDay>,
    @InjectRepository(CalendarYear) private readonly years: Repository<CalendarYear>,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns the calendar as last committed; one small query when nothing has changed. */
  async current(): Promise<WorkingCalendar> {
    const revision = await this.revision();
    if (this.cached?.revision !== revision) {
      const years = await this.years.find({ order: { year: 'ASC' } });
      // The revision is of before the rows were read: a change in between is noticed by the next question.
      this.cached = { revision, calendar: new WorkingCalendar(await this.days.find(), years) };
    }
    return this.cached.calendar;
  }

  /** Plain SQL, because every step of every item asks. Revisions only grow, and so does their sum. */
  private async revision(): Promise<string> {
    const sql = 'SELECT count(*) AS years, sum(revision) AS revisions FROM calendar_year';
    const [row] = await this.years.query<{ years: number; revisions: number | null }[]>(sql);
    return `${row?.years ?? 0}.${row?.revisions ?? 0}`;
  }

  /** @returns the plan of a year as it is entered, days in order; null for an unknown year. */
  async plan(year: number): Promise<YearPlan | null> {
    return loadPlan(this.years.manager, year);
  }

  /**
   * Puts the plan in place of the year's former one. Deadlines already promised do not follow by themselves:
   * recomputing them is the same unit of work of whoever calls this.
   * @throws UsageError when the plan contradicts itself.
   */
  async replaceYear(plan: YearPlan): Promise<Replacement> {
    checkedPlan(plan);
    return this.unitOfWork.run((tx) => replace(tx, plan));
  }
}

async function replace(tx: EntityManager, plan: YearPlan): Promise<Replacement> {
  const { year, confirmed, note, days } = plan;
  const before = await loadPlan(tx, year);
  if (before && samePlan(before, plan)) return 'unchanged';
  await tx.delete(CalendarDay, { day: Like(`${year}-%`) });
  if (days.length > 0) await tx.insert(CalendarDay, [...days]);
  const row = await tx.findOneBy(CalendarYear, { year });
  if (row) await tx.update(CalendarYear, { year }, { confirmed, note, revision: row.revision + 1 });
  else await tx.insert(CalendarYear, { year, confirmed, note, revision: 1 });
  return before ? 'changed' : 'added';
}

async function loadPlan(manager: EntityManager, year: number): Promise<YearPlan | null> {
  const row = await manager.findOneBy(CalendarYear, { year });
  if (!row) return null;
  const days = await manager.find(CalendarDay, { where: { day: Like(`${year}-%`) }, order: { day: 'ASC' } });
  return { year, confirmed: row.confirmed, note: row.note, days };
}
