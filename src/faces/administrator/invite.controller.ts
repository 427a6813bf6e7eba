import { Body, Controller, Get, Post } from '@nestjs/common';
import { InviteStaff } from '../../accounts/invite-staff.service.js';
import { isRole } from '../../accounts/role.js';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page, Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { topsOf } from './administered-subtree.js';
import { invitePage } from './invitation.view.js';
import { InvitationLinks } from './invitation-links.js';
import { InviteForm } from './invite.form.js';

/** A new account whose owner sets the password: the form. What becomes of the link: `InvitationController`. */
@Controller()
@Staff('ADMIN')
export class InviteController {
  constructor(
    private readonly invitations: InviteStaff,
    private readonly agencies: AgencyChoice,
    private readonly links: InvitationLinks,
  ) {}

  @Get(paths.staffInvite.route)
  async form(@CurrentStaff() admin: SignedIn): Promise<Page> {
    return this.page(admin, readForm(InviteForm, {}).value);
  }

  @Post(paths.staffInvite.route)
  async invite(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors } = readForm(InviteForm, body);
    const pressed = typeof body === 'object' && body !== null && 'find' in body ? body.find : undefined;
    if (typeof pressed === 'string') return this.page(admin, value, {}, pressed);
    const within = { within: topsOf(admin) };
    const agency = await this.agencies.choose(value.agency, within);
    const scope = value.scope === '' ? agency : await this.agencies.choose(value.scope, within);
    const faults = { ...unknown('agency', agency), ...unknown('scope', scope), ...errors };
    if (!agency || !scope || Object.keys(faults).length > 0) return this.page(admin, value, faults);
    const { username, name, position, email, roles } = value;
    const grants = roles.filter(isRole).map((role) => ({ role, agencyId: scope.id }));
    const person = { username, name, position, email, agencyId: agency.id, grants };
    try {
      return this.links.told(name, await this.invitations.invite(person, auditedStaff(admin)));
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.page(admin, value, error.fields);
    }
  }

  private async page(admin: SignedIn, form: InviteForm, errors: FieldErrors = {}, asked = ''): Promise<Page> {
    const within = { within: topsOf(admin) };
    const find = (code: string, question: string, name: string) =>
      this.agencies.finding({ code, question, asked: asked === name }, within);
    const agency = await find(form.agency, form.question, 'agency');
    const scope = await find(form.scope, form.scopeQuestion, 'scope');
    return invitePage(form, errors, { agency, scope }, this.links.byMail);
  }
}

function unknown(field: string, agency: unknown): FieldErrors {
  return agency ? {} : { [field]: { key: 'administrator.agencyUnknown' } };
}
