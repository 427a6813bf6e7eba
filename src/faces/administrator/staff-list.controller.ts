import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { PasswordService } from '../../accounts/password.service.js';
import { isRole } from '../../accounts/role.js';
import { StaffQuery } from '../../accounts/staff.query.js';
import { StaffService } from '../../accounts/staff.service.js';
import { AgencyChoice, type AgencyHit } from '../../directory/agency-choice.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { cleanLine } from '../../platform/kernel/clean-text.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { isSearch } from './is-search.js';
import { NewStaffForm } from './new-staff.form.js';
import { newStaffPage, SHOWN, staffListPage } from './staff-list.view.js';

/** The accounts within an administrator's reach, and new ones. */
@Controller()
@Staff('ADMIN')
export class StaffListController {
  constructor(
    private readonly query: StaffQuery,
    private readonly staff: StaffService,
    private readonly passwords: PasswordService,
    private readonly agencies: AgencyChoice,
  ) {}

  @Get(paths.staffList.route)
  async list(@CurrentStaff() admin: SignedIn, @Query('q') typed: unknown): Promise<Page> {
    const question = typeof typed === 'string' ? cleanLine(typed).slice(0, 100) : '';
    return staffListPage(await this.query.within(topsOf(admin), question, SHOWN + 1), question);
  }

  @Get(paths.staffAgencies.route)
  async suggest(
    @CurrentStaff() admin: SignedIn,
    @Query('q') question: unknown,
  ): Promise<{ results: AgencyHit[] }> {
    return { results: await this.agencies.search(question, { within: topsOf(admin) }) };
  }

  @Get(paths.staffNew.route)
  async form(@CurrentStaff() admin: SignedIn): Promise<Page> {
    const { value } = readForm(NewStaffForm, {});
    value.password = this.passwords.generate();
    return this.page(admin, value);
  }

  @Post(paths.staffNew.route)
  async add(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(NewStaffForm, body);
    if (isSearch(body)) return this.page(admin, value, {}, { asked: true });
    const agency = await this.agencies.choose(value.agency, { within: topsOf(admin) });
    const unknown: FieldErrors = agency ? {} : { agency: { key: 'administrator.agencyUnknown' } };
    if (!ok || !agency) return this.page(admin, value, { ...errors, ...unknown }, { status: 422 });
    const { username, name, position, email, roles, password } = value;
    const grants = roles.filter(isRole).map((role) => ({ role, agencyId: agency.id }));
    const person = { username, name, position, email, password, agencyId: agency.id, grants };
    try {
      const id = await this.staff.add({ ...person, passwordTemporary: true }, auditedStaff(admin));
      return redirect(paths.staffMember.to({ id }), { tone: 'success', key: 'administrator.newStaff.done' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.page(admin, value, error.fields, { status: 422 });
    }
  }

  private async page(
    admin: SignedIn,
    form: NewStaffForm,
    errors: FieldErrors = {},
    { asked = false, status = 200 }: { asked?: boolean; status?: number } = {},
  ): Promise<Page> {
    return newStaffPage(form, errors, await this.agencies.finding(...askedAmong(admin, form, asked)), status);
  }
}
