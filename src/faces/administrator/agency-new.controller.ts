import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { AgencyEditing } from './agency-editing.service.js';
import { newAgencyPage } from './agency-form.view.js';
import { NewAgencyForm } from './agency.form.js';
import { isSearch } from './is-search.js';

/** A new agency below one that the administrator looks after. */
@Controller()
@Staff('ADMIN')
export class AgencyNewController {
  constructor(
    private readonly editing: AgencyEditing,
    private readonly agencies: AgencyChoice,
    private readonly clock: Clock,
  ) {}

  @Get(paths.agencyNew.route)
  async form(@CurrentStaff() admin: SignedIn, @Query('tren') above: unknown): Promise<Page> {
    const { value } = readForm(NewAgencyForm, {});
    const agency = typeof above === 'string' ? above.slice(0, 40) : '';
    Object.assign(value, { agency, intakeOpen: true, validFrom: dayOf(this.clock.now()) });
    return this.page(admin, value);
  }

  @Post(paths.agencyNew.route)
  async add(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(NewAgencyForm, body);
    if (isSearch(body)) return this.page(admin, value, {}, { asked: true });
    const parent = await this.agencies.choose(value.agency, { within: topsOf(admin) });
    const unknown: FieldErrors = parent ? {} : { agency: { key: 'directoryAdmin.change.unknown' } };
    if (!ok || !parent) return this.page(admin, value, { ...errors, ...unknown }, { status: 422 });
    try {
      const { code } = await this.editing.add(admin, parent, value);
      return redirect(paths.agency.to({ code }), { tone: 'success', key: 'directoryAdmin.agency.added' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.page(admin, value, error.fields, { status: 422 });
    }
  }

  private async page(
    admin: SignedIn,
    form: NewAgencyForm,
    errors: FieldErrors = {},
    { asked = false, status = 200 }: { asked?: boolean; status?: number } = {},
  ): Promise<Page> {
    return newAgencyPage(
      form,
      errors,
      await this.agencies.finding(...askedAmong(admin, form, asked)),
      status,
    );
  }
}
