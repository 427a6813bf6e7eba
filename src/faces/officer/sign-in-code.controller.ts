import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { type HalfSignIn, HalfSignedIn } from '../../accounts/half-signed-in.js';
import { SignInByCode } from '../../accounts/sign-in-by-code.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { SignInCodeForm } from './sign-in-code.form.js';
import { SignInDesk } from './sign-in-desk.service.js';
import { codePage, refusedCode } from './sign-in.view.js';

/** The second step of signing in. Without a right password of the last minutes it leads back to the first. */
@Controller()
@Public()
export class SignInCodeController {
  constructor(
    private readonly halves: HalfSignedIn,
    private readonly codes: SignInByCode,
    private readonly desk: SignInDesk,
  ) {}

  @Get(paths.signInCode.route)
  show(@Req() request: WebRequest): Page | Redirect {
    return this.halves.read(request) === null ? again() : codePage();
  }

  @Post(paths.signInCode.route)
  async signIn(@Req() request: WebRequest, @Body() body: unknown): Promise<Page | Redirect> {
    const half = this.halves.read(request);
    if (half === null) return again();
    const { value, errors, ok } = readForm(SignInCodeForm, body);
    if (!ok) return codePage(errors, 422);
    try {
      await this.codes.finish(half, value.code);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error.kind === 'unauthenticated' ? again() : refusedCode(error);
    }
    return this.begin(request, half);
  }

  private async begin(request: WebRequest, half: HalfSignIn): Promise<Redirect> {
    if (request.res) this.halves.end(request.res);
    return redirect(await this.desk.begin(request, half));
  }
}

function again(): Redirect {
  return redirect(paths.signIn.to(), { tone: 'info', key: 'twoStep.again' });
}
