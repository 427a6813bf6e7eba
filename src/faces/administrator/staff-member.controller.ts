import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ChangePasswordService } from '../../accounts/change-password.service.js';
import { PasswordService } from '../../accounts/password.service.js';
import { StaffService } from '../../accounts/staff.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page, Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AdministeredStaff } from './administered-staff.js';
import { ResetPasswordForm } from './reset-password.form.js';
import { memberRedirect, orTold, passwordPage } from './staff-member.view.js';

/** What an administrator does to one account: a new password, suspended, reinstated. Roles: `StaffRolesController`. */
@Controller()
@Staff('ADMIN')
export class StaffMemberController {
  constructor(
    private readonly administered: AdministeredStaff,
    private readonly staff: StaffService,
    private readonly changes: ChangePasswordService,
    private readonly passwords: PasswordService,
  ) {}

  @Get(paths.staffPassword.route)
  async passwordForm(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Page> {
    return passwordPage(await this.administered.open(admin, id), this.passwords.generate());
  }

  @Post(paths.staffPassword.route)
  async setPassword(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const person = await this.administered.open(admin, id);
    const { value, errors, ok } = readForm(ResetPasswordForm, body);
    const refused = (faults: FieldErrors): Page => passwordPage(person, value.password, faults, 422);
    if (!ok) return refused(errors);
    try {
      await this.changes.reset(person.id, value.password, auditedStaff(admin));
      return memberRedirect(person.id, 'administrator.member.passwordSaved');
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid') return refused(error.fields);
      return orTold(person.id, error);
    }
  }

  @Post(paths.staffSuspend.route)
  async suspend(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    const person = await this.administered.open(admin, id);
    try {
      await this.staff.suspend(person.id, auditedStaff(admin));
      return memberRedirect(person.id, 'administrator.member.suspended');
    } catch (error) {
      return orTold(person.id, error);
    }
  }

  @Post(paths.staffReinstate.route)
  async reinstate(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    const person = await this.administered.open(admin, id);
    try {
      await this.staff.reinstate(person.id, auditedStaff(admin));
      return memberRedirect(person.id, 'administrator.member.reinstated');
    } catch (error) {
      return orTold(person.id, error);
    }
  }
}
