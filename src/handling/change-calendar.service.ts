import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CalendarService, type Replacement } from '../calendar/calendar.service.js';
import type { YearPlan } from '../calendar/year-plan.js';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { type CalendarImpact, markOf } from './calendar-impact.js';
import { CalendarImpacts } from './calendar-impact.query.js';
import { RecalculateItems } from './recalculate-items.service.js';

/** What a change would do, and the mark by which it is confirmed. */
export interface CalendarPreview {
  readonly impact: CalendarImpact;
  readonly mark: string;
}

/** What a change has done. */
export interface CalendarChanged {
  readonly impact: CalendarImpact;
  readonly years: ReadonlyMap<number, Replacement>;
}

/** Puts years of the calendar in force, and moves with them the days of all open items. */
@Injectable()
export class ChangeCalendar {
  constructor(
    private readonly calendar: CalendarService,
    private readonly impacts: CalendarImpacts,
    private readonly items: RecalculateItems,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** @returns what these years would move; nothing is stored. */
  async preview(plans: readonly YearPlan[]): Promise<CalendarPreview> {
    const revision = await this.calendar.revision();
    const impact = await this.impacts.under(await this.calendar.imagined(plans), this.reader.manager);
    return { impact, mark: markOf(revision, impact) };
  }

  /**
   * Calendar, days, journal and timers in one unit of work.
   * @param mark of the preview that was confirmed; null where nobody was shown one (a command).
   * @throws DomainError conflict when calendar or items have changed since, so that other days would move than were
   *   shown; UsageError when a plan contradicts itself.
   */
  async apply(plans: readonly YearPlan[], mark: string | null, by: AuditActor): Promise<CalendarChanged> {
    const [only, ...others] = plans;
    const year = only && others.length === 0 ? only.year : null;
    return this.calendar.replaceYears(plans, (years, calendar) =>
      this.unitOfWork.run(async (tx) => {
        if (mark === null && [...years.values()].every((what) => what === 'unchanged'))
          return { impact: NOTHING, years };
        const revision = await this.calendar.revision(); // of before: nobody sees ours yet
        const impact = await this.impacts.under(calendar, tx);
        if (mark !== null && mark !== markOf(revision, impact))
          throw new DomainError('conflict', 'calendar.error.movedOn');
        await this.items.move(tx, impact, year, revision);
        await this.items.lookAgain(tx, revision);
        for (const { year: subject } of plans) {
          const details = { moved: impact.moved.length };
          await this.audit.record(tx, by, {
            action: 'calendar.change',
            subjectKind: 'calendar',
            subject,
            details,
          });
        }
        return { impact, years };
      }),
    );
  }
}

const NOTHING: CalendarImpact = { open: 0, moved: [], explained: [], overdue: [] };
