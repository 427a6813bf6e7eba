import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AcceptInvitation } from '../../accounts/accept-invitation.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { acceptPage, invitationGonePage } from './account.view.js';
import { OwnPasswordForm } from './own-password.form.js';
import { SignInDesk } from './sign-in-desk.service.js';

/** The other end of an invitation's link. The request log knows its pattern alone, never the token. */
@Controller()
@Public()
export class AcceptInvitationController {
  constructor(
    private readonly invitations: AcceptInvitation,
    private readonly desk: SignInDesk,
  ) {}

  @Get(paths.invitation.route)
  async show(@Param('token') token: string): Promise<Page> {
    return this.page(token, {});
  }

  @Post(paths.invitation.route)
  async accept(
    @Req() request: WebRequest,
    @Param('token') token: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(OwnPasswordForm, body);
    if (!ok) return this.page(token, errors);
    try {
      const { id: staffId, username, sessionStamp } = await this.invitations.accept(token, value.next);
      const onward = await this.desk.begin(request, { staffId, sessionStamp, username, tiep: '' });
      return redirect(onward, { tone: 'success', key: 'accounts.accept.done' });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') return this.page(token, error.fields);
      if (error.kind === 'not-found') return invitationGonePage();
      throw error;
    }
  }

  /** One page for every link that opens nothing: it tells nobody whether there ever was one. */
  private async page(token: string, errors: FieldErrors): Promise<Page> {
    const person = await this.invitations.invitee(token);
    return person ? acceptPage(person, token, errors) : invitationGonePage();
  }
}
