import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { HalfSignedIn } from '../../accounts/half-signed-in.js';
import { KnownDevices } from '../../accounts/known-devices.js';
import { type SignInResult, SignInService } from '../../accounts/sign-in.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { MaybeStaff } from '../../platform/web/context.js';
import { localPath } from '../../platform/web/local-path.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { landingOf } from './landing.js';
import { SignInDesk } from './sign-in-desk.service.js';
import { SignInForm } from './sign-in.form.js';
import { refusedSignIn, signInPage } from './sign-in.view.js';

/** The door for staff. */
@Controller()
@Public()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly devices: KnownDevices,
    private readonly halves: HalfSignedIn,
    private readonly desk: SignInDesk,
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
      return await this.goOn(request, result, value);
    } catch (error) {
      if (error instanceof DomainError) return refusedSignIn(value, error);
      throw error;
    }
  }

  @Post(paths.signOut.route)
  async signOut(@Req() request: WebRequest): Promise<Redirect> {
    await this.desk.end(request);
    return redirect(paths.home.to(), { tone: 'info', key: 'accounts.signOut.done' });
  }

  private async goOn(
    request: WebRequest,
    { staffId, sessionStamp, needsCode }: SignInResult,
    { username, tiep }: SignInForm,
  ): Promise<Redirect> {
    const half = { staffId, sessionStamp, username, tiep: localPath(tiep) ?? '' };
    if (!needsCode) return redirect(await this.desk.begin(request, half));
    if (request.res) this.halves.begin(request.res, half);
    return redirect(paths.signInCode.to());
  }
}
