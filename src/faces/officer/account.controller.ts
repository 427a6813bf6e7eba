import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ChangePasswordService } from '../../accounts/change-password.service.js';
import { SecondFactors } from '../../accounts/second-factors.service.js';
import { StaffMail } from '../../accounts/staff-mail.service.js';
import { StaffQuery } from '../../accounts/staff.query.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { StaffSession } from '../../platform/web/staff-session.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { accountPage, type AccountTyped } from './account.view.js';
import { OwnMailForm } from './own-mail.form.js';

/** What everybody on the staff may do with the own account. Password and two steps have pages of their own. */
@Controller()
@Staff()
export class AccountController {
  constructor(
    private readonly query: StaffQuery,
    private readonly passwords: ChangePasswordService,
    private readonly factors: SecondFactors,
    private readonly sessions: StaffSession,
    private readonly mail: StaffMail,
  ) {}

  @Get(paths.account.route)
  async show(@CurrentStaff() staff: SignedIn): Promise<Page> {
    return this.page(staff);
  }

  @Post(paths.accountMail.route)
  async chooseMail(@CurrentStaff() staff: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(OwnMailForm, body);
    if (!ok) return this.page(staff, { typed: value, errors, status: 422 });
    const wishes = {
      wantsDigest: value.lists.includes('digest'),
      wantsReminders: value.lists.includes('reminders'),
    };
    try {
      await this.mail.change(staff.staffId, { email: value.email, ...wishes });
      return redirect(paths.account.to(), { tone: 'success', key: 'accounts.mail.saved' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.page(staff, { typed: value, errors: error.fields, status: 422 });
    }
  }

  @Post(paths.accountEverywhere.route)
  async everywhere(@CurrentStaff() staff: SignedIn, @Req() request: WebRequest): Promise<Redirect> {
    await this.passwords.signOutEverywhere(staff.staffId);
    await this.sessions.end(request);
    return redirect(paths.signIn.to(), { tone: 'success', key: 'accounts.own.everywhereDone' });
  }

  private async page({ staffId }: SignedIn, shown: AccountTyped = {}): Promise<Page> {
    const person = await this.query.byId(staffId);
    if (!person) throw new DomainError('not-found', 'errors.page.notFound.title');
    const { isOn } = await this.factors.stateOf(staffId);
    return accountPage({ ...person, hasSecondFactor: isOn }, shown);
  }
}
