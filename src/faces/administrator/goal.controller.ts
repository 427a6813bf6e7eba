import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import type { FigureGoal } from '../../figures/figure-goal.entity.js';
import { FigureGoals } from '../../figures/figure-goals.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { GoalEndForm, GoalForm, goalOf } from './goal.form.js';
import { goalEndPage, goalPage } from './goal.view.js';
import { isSearch } from './is-search.js';

/** Where grading begins until somebody types something else. */
const USUAL = { excellent: '95', good: '85', fulfilled: '70', fewest: 10 };

/** Targets and grades: set for agencies and periods, ended, taken back before they begin. */
@Controller()
@StaffOverAll('ADMIN')
export class GoalController {
  constructor(
    private readonly goals: FigureGoals,
    private readonly agencies: AgencyChoice,
    private readonly clock: Clock,
  ) {}

  @Get(paths.goals.route)
  async list(): Promise<Page> {
    const { value } = readForm(GoalForm, {});
    return this.page(Object.assign(value, USUAL, { validFrom: this.today() }));
  }

  @Post(paths.goals.route)
  async add(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(GoalForm, body);
    if (isSearch(body)) return this.page(value, {}, true);
    const agency = await this.agencies.choose(value.agency);
    const isAgency = agency !== null || (value.agency === '' && value.question === '');
    const { goal, errors: shares } = goalOf(value);
    const faults: FieldErrors = {
      ...errors,
      ...shares,
      ...(isAgency ? {} : { agency: { key: 'authority.heading.unknown' } }),
    };
    if (!ok || Object.keys(faults).length > 0) return this.page(value, faults);
    const { validFrom, lastDay, note } = value;
    const whole = { ...goal, agencyId: agency?.id ?? null, validFrom, lastDay, note };
    try {
      await this.goals.add(whole, auditedStaff(admin));
      return redirect(paths.goals.to(), { tone: 'success', key: 'authority.goal.added' });
    } catch (error) {
      return this.page(value, faultsOf(error));
    }
  }

  @Get(paths.goalEnd.route)
  async endForm(@Param('id') id: string): Promise<Page> {
    return goalEndPage(await this.open(id), readForm(GoalEndForm, {}).value, {});
  }

  @Post(paths.goalEnd.route)
  async end(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const goal = await this.open(id);
    const { value, errors, ok } = readForm(GoalEndForm, body);
    if (!ok) return goalEndPage(goal, value, errors);
    try {
      await this.goals.end(goal.id, value.lastDay, auditedStaff(admin));
      return redirect(paths.goals.to(), { tone: 'success', key: 'authority.goal.ended' });
    } catch (error) {
      return goalEndPage(goal, value, faultsOf(error));
    }
  }

  @Post(paths.goalRemove.route)
  async remove(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    const goal = await this.open(id);
    try {
      await this.goals.remove(goal.id, auditedStaff(admin));
      return redirect(paths.goals.to(), { tone: 'success', key: 'authority.goal.removed' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return redirect(paths.goals.to(), { tone: 'warning', key: error.key });
    }
  }

  private async open(id: string): Promise<FigureGoal> {
    const goal = /^\d{1,9}$/.test(id) ? await this.goals.byId(Number(id)) : null;
    if (!goal) throw new DomainError('not-found', 'errors.notFound');
    return goal;
  }

  private async page(form: GoalForm, errors: FieldErrors = {}, asked = false): Promise<Page> {
    const { agency: code, question } = form;
    const agency = await this.agencies.finding({ code, question, asked });
    return goalPage({ goals: await this.goals.list(), today: this.today(), form, errors, agency });
  }

  private today(): string {
    return dayOf(this.clock.now());
  }
}

function faultsOf(error: unknown): FieldErrors {
  if (error instanceof DomainError && error.kind === 'invalid') return error.fields;
  throw error;
}
