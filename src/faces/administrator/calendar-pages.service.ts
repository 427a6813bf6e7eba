import { Injectable } from '@nestjs/common';
import { CalendarService } from '../../calendar/calendar.service.js';
import { type DayChange, planChanges } from '../../calendar/plan-changes.js';
import { samePlan, type YearPlan } from '../../calendar/year-plan.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { ChangeCalendar } from '../../handling/change-calendar.service.js';
import type { AuditActor } from '../../platform/audit/audit-trail.service.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { Page } from '../../platform/web/page.js';
import { calendarPreviewPage } from './calendar-preview.view.js';

/** Shows what a change of the calendar does, and makes it. */
@Injectable()
export class CalendarPages {
  constructor(
    private readonly calendar: CalendarService,
    private readonly change: ChangeCalendar,
    private readonly agencies: AgencyDirectory,
  ) {}

  async preview(plans: readonly YearPlan[], refused: Message | null = null): Promise<Page> {
    const changes: DayChange[] = [];
    const restated: number[] = [];
    for (const plan of plans) {
      const known = await this.calendar.plan(plan.year);
      const days = planChanges(known, plan);
      changes.push(...days);
      if (days.length === 0 && (!known || !samePlan(known, plan))) restated.push(plan.year);
    }
    const preview = await this.change.preview(plans);
    const names = await this.agencies.all();
    return calendarPreviewPage({ plans, changes, restated, preview, names }, refused);
  }

  /** @returns how many promised days have moved. @throws DomainError conflict: more than was shown would move. */
  async apply(plans: readonly YearPlan[], mark: string, by: AuditActor): Promise<number> {
    const { impact } = await this.change.apply(plans, mark, by);
    return impact.moved.length;
  }
}
