import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffRow } from '../../accounts/staff.query.js';
import { StaffService } from '../../accounts/staff.service.js';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { Colleagues } from '../../handling/colleagues.query.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { AdministeredStaff } from './administered-staff.js';
import { GrantForm } from './grant.form.js';
import { isSearch } from './is-search.js';
import { memberPage, memberRedirect } from './staff-member.view.js';

/** One account with its roles, to be given and taken away within the administrator's reach. */
@Controller()
@Staff('ADMIN')
export class StaffRolesController {
  constructor(
    private readonly administered: AdministeredStaff,
    private readonly staff: StaffService,
    private readonly agencies: AgencyChoice,
    private readonly directory: AgencyDirectory,
    private readonly colleagues: Colleagues,
  ) {}

  @Get(paths.staffMember.route)
  async show(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Page> {
    return this.page(admin, await this.administered.open(admin, id), readForm(GrantForm, {}).value);
  }

  @Post(paths.staffGrant.route)
  async grant(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const person = await this.administered.open(admin, id);
    const { value, errors, ok } = readForm(GrantForm, body);
    if (isSearch(body)) return this.page(admin, person, value, {}, { asked: true });
    const agency = await this.agencies.choose(value.agency, { within: topsOf(admin) });
    const unknown: FieldErrors = agency ? {} : { agency: { key: 'administrator.agencyUnknown' } };
    if (!ok || !agency) return this.page(admin, person, value, { ...errors, ...unknown }, { status: 422 });
    await this.staff.grant(person.id, { role: value.role, agencyId: agency.id });
    return memberRedirect(person.id, 'administrator.member.rolesSaved');
  }

  @Post(paths.staffRevoke.route)
  async revoke(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const person = await this.administered.open(admin, id);
    const { value, ok } = readForm(GrantForm, body);
    // Also one that was abolished or lies out of reach: a role there can still be taken away.
    const agency = await this.directory.byCode(value.agency);
    if (!ok || !agency) throw new DomainError('invalid', 'errors.brokenForm');
    try {
      await this.staff.revoke(person.id, { role: value.role, agencyId: agency.id });
      return memberRedirect(person.id, 'administrator.member.rolesSaved');
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return redirect(paths.staffMember.to({ id: person.id }), { tone: 'warning', key: error.key });
    }
  }

  private async page(
    admin: SignedIn,
    person: StaffRow,
    form: GrantForm,
    errors: FieldErrors = {},
    { asked = false, status = 200 }: { asked?: boolean; status?: number } = {},
  ): Promise<Page> {
    // A number, no content: whoever is suspended leaves work behind that somebody has to take over.
    const open = await this.colleagues.openItems([person.id], admin.staffId);
    return memberPage(
      Object.assign({}, person, { openItems: open.get(person.id) ?? 0 }),
      form,
      errors,
      await this.agencies.finding(...askedAmong(admin, form, asked)),
      status,
    );
  }
}
