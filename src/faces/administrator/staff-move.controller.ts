import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { MoveStaff } from '../../accounts/move-staff.service.js';
import type { StaffRow } from '../../accounts/staff.query.js';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page, Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { AdministeredStaff } from './administered-staff.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { isSearch } from './is-search.js';
import { memberRedirect, movePage, orTold } from './staff-member.view.js';
import { StaffMoveForm } from './staff-move.form.js';
import { StaffStandings } from './staff-standing.query.js';

/** Rotation of posts: a person goes on at another agency of the administrator's subtree. */
@Controller()
@Staff('ADMIN')
export class StaffMoveController {
  constructor(
    private readonly administered: AdministeredStaff,
    private readonly moves: MoveStaff,
    private readonly agencies: AgencyChoice,
    private readonly standings: StaffStandings,
  ) {}

  @Get(paths.staffMove.route)
  async form(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Page> {
    const person = await this.administered.open(admin, id);
    return this.page(admin, person, { question: '', agency: '', withRoles: true });
  }

  @Post(paths.staffMove.route)
  async move(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Req() request: WebRequest,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const person = await this.administered.open(admin, id);
    const { value, errors } = readForm(StaffMoveForm, body);
    if (isSearch(body)) return this.page(admin, person, value, {}, true);
    const agency = await this.agencies.choose(value.agency, { within: topsOf(admin) });
    const unknown: FieldErrors = agency ? {} : { agency: { key: 'administrator.agencyUnknown' } };
    if (!agency) return this.page(admin, person, value, { ...unknown, ...errors });
    try {
      const { withRoles } = value;
      const rotation = { staffId: person.id, agencyId: agency.id, withRoles };
      const stamp = await this.moves.move(rotation, auditedStaff(admin));
      await this.administered.goOn(request, admin, person, stamp);
      return memberRedirect(person.id, 'accounts.move.done');
    } catch (error) {
      return orTold(person.id, error);
    }
  }

  private async page(
    admin: SignedIn,
    person: StaffRow,
    form: StaffMoveForm,
    errors: FieldErrors = {},
    asked = false,
  ): Promise<Page> {
    const { openItems } = await this.standings.of(person.id, admin);
    const finding = await this.agencies.finding(...askedAmong(admin, form, asked));
    return movePage({ ...person, openItems }, form, errors, finding);
  }
}
