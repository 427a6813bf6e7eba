import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { StaffRow } from '../../accounts/staff.query.js';
import { StaffService } from '../../accounts/staff.service.js';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page, Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { AdministeredStaff } from './administered-staff.js';
import { GrantForm } from './grant.form.js';
import { isSearch } from './is-search.js';
import { StaffStandings } from './staff-standing.query.js';
import { memberPage, memberRedirect, orTold } from './staff-member.view.js';

/** One account with its roles, to be given and taken away within the administrator's reach. */
@Controller()
@Staff('ADMIN')
export class StaffRolesController {
  constructor(
    private readonly administered: AdministeredStaff,
    private readonly staff: StaffService,
    private readonly agencies: AgencyChoice,
    private readonly directory: AgencyDirectory,
    private readonly standings: StaffStandings,
  ) {}

  @Get(paths.staffMember.route)
  async show(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Page> {
    return this.page(admin, await this.administered.open(admin, id), readForm(GrantForm, {}).value);
  }

  @Post(paths.staffGrant.route)
  async grant(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Req() request: WebRequest,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const person = await this.administered.open(admin, id);
    const { value, errors, ok } = readForm(GrantForm, body);
    if (isSearch(body)) return this.page(admin, person, value, {}, { asked: true });
    const agency = await this.agencies.choose(value.agency, { within: topsOf(admin) });
    const unknown: FieldErrors = agency ? {} : { agency: { key: 'administrator.agencyUnknown' } };
    if (!ok || !agency) return this.page(admin, person, value, { ...errors, ...unknown }, { status: 422 });
    const held = { role: value.role, agencyId: agency.id };
    const stamp = await this.staff.grant(person.id, held, auditedStaff(admin));
    await this.administered.goOn(request, admin, person, stamp);
    return memberRedirect(person.id, 'administrator.member.rolesSaved');
  }

  @Post(paths.staffRevoke.route)
  async revoke(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Req() request: WebRequest,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const person = await this.administered.open(admin, id);
    const { value, ok } = readForm(GrantForm, body);
    // Also one that was abolished or lies out of reach: a role there can still be taken away.
    const agency = await this.directory.byCode(value.agency);
    if (!ok || !agency) throw new DomainError('invalid', 'errors.brokenForm');
    try {
      const held = { role: value.role, agencyId: agency.id };
      const stamp = await this.staff.revoke(person.id, held, auditedStaff(admin));
      await this.administered.goOn(request, admin, person, stamp);
      return memberRedirect(person.id, 'administrator.member.rolesSaved');
    } catch (error) {
      return orTold(person.id, error);
    }
  }

  private async page(
    admin: SignedIn,
    person: StaffRow,
    form: GrantForm,
    errors: FieldErrors = {},
    { asked = false, status = 200 }: { asked?: boolean; status?: number } = {},
  ): Promise<Page> {
    return memberPage(
      Object.assign({}, person, await this.standings.of(person.id, admin)),
      form,
      errors,
      await this.agencies.finding(...askedAmong(admin, form, asked)),
      status,
    );
  }
}
