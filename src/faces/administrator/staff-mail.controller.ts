import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { StaffMail } from '../../accounts/staff-mail.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page, Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AdministeredStaff } from './administered-staff.js';
import { StaffMailForm } from './staff-mail.form.js';
import { mailPage, memberRedirect } from './staff-member.view.js';

/** Where a person's work mail goes; what of it is wanted, the person alone decides. */
@Controller()
@Staff('ADMIN')
export class StaffMailController {
  constructor(
    private readonly administered: AdministeredStaff,
    private readonly mail: StaffMail,
  ) {}

  @Get(paths.staffMail.route)
  async show(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Page> {
    const person = await this.administered.open(admin, id);
    return mailPage(person, person.email ?? '');
  }

  @Post(paths.staffMail.route)
  async change(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const person = await this.administered.open(admin, id);
    const { value, errors, ok } = readForm(StaffMailForm, body);
    if (!ok) return mailPage(person, value.email, errors, 422);
    try {
      await this.mail.changeAddress(person.id, value.email, auditedStaff(admin));
      return memberRedirect(person.id, 'administrator.member.mailSaved');
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return mailPage(person, value.email, error.fields, 422);
    }
  }
}
