import { AsyncLocalStorage } from 'node:async_hooks';
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
  /** The calendar that a unit of work is putting in force: whoever works inside it counts by it already. */
  private readonly changing = new AsyncLocalStorage<WorkingCalendar>();

  constructor(
    @InjectRepository(CalendarDay) private readonly days: Repository<CalendarDay>,
    @InjectRepository(CalendarYear) private readonly years: Repository<CalendarYear>,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns the calendar as last committed; one small query when nothing has changed. */
  async current(): Promise<WorkingCalendar> {
    const changing = this.changing.getStore();
    if (changing) return changing;
    const revision = await this.revision();
    if (this.cached?.revision !== revision) {
      const years = await this.years.find({ order: { year: 'ASC' } });
      // The revision is of before the rows were read: a change in between is noticed by the next question.
      this.cached = { revision, calendar: new WorkingCalendar(await this.days.find(), years) };
    }
    return this.cached.calendar;
  }

  /** @returns what differs whenever a year was changed. Plain SQL: every step of every item asks. Revisions only grow, and so does their sum. */
  async revision(): Promise<string> {
    const sql = 'SELECT count(*) AS years, sum(revision) AS revisions FROM calendar_year';
    const [row] = await this.years.query<{ years: number; revisions: number | null }[]>(sql);
    return `${row?.years ?? 0}.${row?.revisions ?? 0}`;
  }

  /** @returns the years that were entered, in order. */
  knownYears(): Promise<CalendarYear[]> {
    return this.years.find({ order: { year: 'ASC' } });
  }

  /** @returns the calendar as it would be with these years in place of the former ones; nothing is stored. */
  imagined(plans: readonly YearPlan[]): Promise<WorkingCalendar> {
    return calendarWith(this.years.manager, plans);
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

  /**
   * Replaces the years and does `fn` by the new calendar, in one unit of work: `current()` inside it is the new one.
   * One change after the other: a second one waits here until the first has ended.
   */
  async replaceYears<T>(
    plans: readonly YearPlan[],
    fn: (replaced: ReadonlyMap<number, Replacement>, calendar: WorkingCalendar) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      await tx
        .createQueryBuilder()
        .update(CalendarYear)
        .set({ revision: () => 'revision' })
        .execute();
      const replaced = new Map<number, Replacement>();
      for (const plan of plans) replaced.set(plan.year, await this.replaceYear(plan));
      const calendar = await calendarWith(tx, []);
      return this.changing.run(calendar, () => fn(replaced, calendar));
    });
  }
}

async function calendarWith(manager: EntityManager, plans: readonly YearPlan[]): Promise<WorkingCalendar> {
  const replaced = new Set(plans.map(({ year }) => year));
  const years = (await manager.find(CalendarYear)).filter(({ year }) => !replaced.has(year));
  const days = (await manager.find(CalendarDay)).filter(({ day }) => !replaced.has(Number(day.slice(0, 4))));
  return new WorkingCalendar([...days, ...plans.flatMap((plan) => plan.days)], [...years, ...plans]);
}

async function replace(tx: EntityManager, plan: YearPlan): Promise<Replacement> {
  const { year, confirmed, note, days } = plan;
  const before = await loadPlan(tx, year);
  if (before && samePlan(before, plan)) return 'unchanged';
  await tx.delete(CalendarDay, { day: Like(`${year}-%`) });
  // Copies: the insert writes back into what it is given, and on SQLite into the wrong ones.
  if (days.length > 0)
    await tx.insert(
      CalendarDay,
      days.map((day) => ({ ...day })),
    );
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
