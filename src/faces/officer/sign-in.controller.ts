import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { KnownDevices } from '../../accounts/known-devices.js';
import { type SignInResult, SignInService } from '../../accounts/sign-in.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { MaybeStaff } from '../../platform/web/context.js';
import { localPath } from '../../platform/web/local-path.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import { Authenticator, type SignedIn } from '../../platform/web/signed-in.js';
import { StaffSession } from '../../platform/web/staff-session.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { landingOf } from './landing.js';
import { SignInForm } from './sign-in.form.js';
import { refusedSignIn, signInPage } from './sign-in.view.js';

/** The door for staff. */
@Controller()
@Public()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly devices: KnownDevices,
    private readonly sessions: StaffSession,
    private readonly authenticator: Authenticator,
  ) {}

  @Get(paths.signIn.route)
  show(@Query('tiep') tiep: unknown, @MaybeStaff() staff: SignedIn | null): Page | Redirect {
    const onward = localPath(tiep);
    if (staff) return redirect(onward ?? landingOf(staff.roles));
    return signInPage({ username: '', tiep: onward ?? '' });
  }

  @Post(paths.signIn.route)
  async signIn(@Req() request: WebRequest, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(SignInForm, body);
    if (!ok) return signInPage(value, errors, 422);
    const { username, password } = value;
    const device = this.devices.of(request, username);
    try {
      const result = await this.signIns.signIn({ username, password, device, address: request.ip ?? '' });
      return await this.begin(request, result, value);
    } catch (error) {
      if (error instanceof DomainError) return refusedSignIn(value, error);
      throw error;
    }
  }

  @Post(paths.signOut.route)
  async signOut(@Req() request: WebRequest): Promise<Redirect> {
    await this.sessions.end(request);
    return redirect(paths.home.to(), { tone: 'info', key: 'accounts.signOut.done' });
  }

  private async begin(request: WebRequest, result: SignInResult, form: SignInForm): Promise<Redirect> {
    const { staffId, sessionStamp: stamp, passwordTemporary } = result;
    await this.sessions.begin(request, { staffId, stamp });
    if (request.res) this.devices.remember(request, request.res, form.username);
    if (passwordTemporary) return redirect(paths.account.to());
    const staff = await this.authenticator.authenticate(staffId, stamp);
    return redirect(localPath(form.tiep) ?? landingOf(staff?.roles ?? []));
  }
}
