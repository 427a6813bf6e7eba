import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ChangePasswordService } from '../../accounts/change-password.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOnDuty } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { StaffSession } from '../../platform/web/staff-session.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { ownPasswordPage } from './account.view.js';
import { ChangePasswordForm } from './change-password.form.js';
import { landingOf } from './landing.js';

/** A new password of one's own; with one that somebody else chose, nothing else is opened before this is done. */
@Controller()
@StaffOnDuty()
export class AccountPasswordController {
  constructor(
    private readonly passwords: ChangePasswordService,
    private readonly sessions: StaffSession,
  ) {}

  @Get(paths.accountPassword.route)
  show(@CurrentStaff() staff: SignedIn): Page {
    return ownPasswordPage(staff);
  }

  @Post(paths.accountPassword.route)
  async change(
    @CurrentStaff() staff: SignedIn,
    @Req() request: WebRequest,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(ChangePasswordForm, body);
    if (!ok) return ownPasswordPage(staff, errors, 422);
    try {
      const stamp = await this.passwords.change(staff.staffId, value.current, value.next);
      await this.sessions.begin(request, { staffId: staff.staffId, stamp });
      const onward = staff.duty === 'password' ? landingOf(staff.roles) : paths.account.to();
      return redirect(onward, { tone: 'success', key: 'accounts.own.changed' });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') return ownPasswordPage(staff, error.fields, 422);
      if (error.kind !== 'too-many') throw error;
      return ownPasswordPage(staff, { current: { key: error.key, params: error.params } }, 429);
    }
  }
}
