import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { staffActor, type StaffActor } from '../../accounts/staff-actor.js';
import { Absences } from '../../handling/absences.service.js';
import { Colleagues } from '../../handling/colleagues.query.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AbsenceForm } from './absence.form.js';
import { absencePage } from './absence.view.js';

/** When somebody is away, and who does the work meanwhile: said by the person. */
@Controller()
@Staff()
export class AbsenceController {
  constructor(
    private readonly absences: Absences,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get(paths.officerAbsence.route)
  async show(@CurrentStaff() signedIn: SignedIn): Promise<Page> {
    return this.page(staffActor(signedIn), { fromDay: null, toDay: null, substitute: null });
  }

  @Post(paths.officerAbsence.route)
  async announce(@CurrentStaff() signedIn: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(AbsenceForm, body);
    const actor = staffActor(signedIn);
    const { fromDay, toDay, substitute: substituteId } = value;
    if (!ok || fromDay === null || toDay === null) return this.page(actor, value, errors);
    const today = dayOf(this.clock.now());
    try {
      await this.mayStandIn(substituteId, actor);
      await this.absences.announce(actor.staffId, { fromDay, toDay, substituteId }, today);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.page(actor, value, error.fields);
    }
    return redirect(paths.officerAbsence.to(), { tone: 'success', key: 'desk.absence.announced' });
  }

  @Post(paths.officerAbsenceEnd.route)
  async end(@CurrentStaff() { staffId }: SignedIn, @Param('id') text: string): Promise<Redirect> {
    if (/^[1-9]\d{0,8}$/.test(text)) await this.absences.end(staffId, Number(text));
    return redirect(paths.officerAbsence.to(), { tone: 'success', key: 'desk.absence.ended' });
  }

  /** Only those who may work where the person does: anybody else would be offered items in vain. */
  private async mayStandIn(substituteId: number | null, actor: StaffActor): Promise<void> {
    if (substituteId === null) return;
    const people = await this.colleagues.at(placesOf(actor), dayOf(this.clock.now()), actor.staffId);
    if (people.some(({ id }) => id === substituteId)) return;
    const fields = { substitute: { key: 'desk.absence.substituteNone' } };
    throw new DomainError('invalid', 'errors.invalid', {}, fields);
  }

  private async page(actor: StaffActor, form: AbsenceForm, errors: FieldErrors = {}): Promise<Page> {
    const { staffId } = actor;
    const today = dayOf(this.clock.now());
    const [announced, standsIn, colleagues] = await Promise.all([
      this.absences.announced(staffId, today),
      this.absences.substitutedBy(staffId, today),
      this.colleagues.at(placesOf(actor), today, staffId),
    ]);
    const ids = [
      ...announced.flatMap((one) => one.substituteId ?? []),
      ...standsIn.map((one) => one.staffId),
    ];
    const facts = {
      announced,
      standsIn,
      colleagues: colleagues.filter(({ id }) => id !== staffId),
      names: await this.colleagues.names(ids),
      today,
    };
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return page('officer/absence', absencePage(facts, form, errors), status);
  }
}

function placesOf({ grants }: StaffActor): string[] {
  return grants.map(({ path }) => path);
}
