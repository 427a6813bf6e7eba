import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CalendarService } from '../../calendar/calendar.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { Staff, StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { SentFiles, TakesFiles } from '../../platform/web/takes-files.js';
import { Authority } from './authority.service.js';
import { CalendarConfirmForm, CalendarForm, YEARS } from './calendar.form.js';
import { CalendarDraft } from './calendar-draft.service.js';
import { CalendarPages } from './calendar-pages.service.js';
import { calendarPage, type ShownYear, type TypedCalendar } from './calendar.view.js';

const FILE = { most: 1, size: 200_000 };

/** A year of working days on one page; a change is looked at before it is made. */
@Controller()
@Staff('ADMIN')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly draft: CalendarDraft,
    private readonly pages: CalendarPages,
    private readonly authority: Authority,
    private readonly clock: Clock,
  ) {}

  @Get(paths.calendar.route)
  async year(@CurrentStaff() admin: SignedIn, @Query('nam') asked: unknown): Promise<Page> {
    const present = Number(dayOf(this.clock.now()).slice(0, 4));
    const year = typeof asked === 'string' && /^\d{4}$/.test(asked) ? Number(asked) : present;
    return calendarPage(await this.shown(admin, year < YEARS.min || year > YEARS.max ? present : year));
  }

  @Post(paths.calendarPreview.route)
  @StaffOverAll('ADMIN')
  @TakesFiles(FILE)
  async preview(
    @CurrentStaff() admin: SignedIn,
    @Body() body: unknown,
    @SentFiles() files: readonly SentFile[],
  ): Promise<Page> {
    const { value, errors, ok } = readForm(CalendarForm, body);
    if (!ok) return this.again(admin, { form: value, errors });
    try {
      return await this.pages.preview(
        await this.draft.read(value, files.find(({ name }) => name !== '') ?? null),
      );
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.again(admin, { form: value, errors: error.fields });
    }
  }

  @Post(paths.calendarApply.route)
  @StaffOverAll('ADMIN')
  async apply(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, ok } = readForm(CalendarConfirmForm, body);
    if (!ok) throw new DomainError('invalid', 'errors.brokenForm');
    const plans = this.draft.confirmed(value.plans);
    try {
      const moved = await this.pages.apply(plans, value.mark, auditedStaff(admin));
      const flash = { tone: 'success' as const, key: 'calendar.page.done', params: { moved } };
      return redirect(paths.calendar.to({ nam: plans[0]?.year }), flash);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return this.pages.preview(plans, { key: error.key });
    }
  }

  private async again(admin: SignedIn, typed: TypedCalendar): Promise<Page> {
    const { year } = typed.form;
    const usable = Number.isInteger(year) && year >= YEARS.min && year <= YEARS.max;
    const present = Number(dayOf(this.clock.now()).slice(0, 4));
    return calendarPage(await this.shown(admin, usable ? year : present), typed, 422);
  }

  private async shown(admin: SignedIn, year: number): Promise<ShownYear> {
    const known = (await this.calendar.knownYears()).map((row) => row.year);
    const plan = await this.calendar.plan(year);
    const mayChange = this.authority.overAll(admin);
    return { year, plan, calendar: await this.calendar.current(), known, mayChange };
  }
}
