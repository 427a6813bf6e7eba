import { Injectable } from '@nestjs/common';
import { INVITATION_DAYS } from '../../accounts/invitations.service.js';
import type { Invited } from '../../accounts/invite-staff.service.js';
import { Settings } from '../../platform/config/settings.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { invitationLinkPage } from './invitation.view.js';

/** What an administrator is told after inviting. */
@Injectable()
export class InvitationLinks {
  constructor(private readonly settings: Settings) {}

  get byMail(): boolean {
    return this.settings.smtp !== null;
  }

  /** Without mail the answer to the form shows the link itself: no cookie, no address and no log ever holds it. */
  told(name: string, { staffId: id, token }: Invited): Page | Redirect {
    if (token === null) {
      return redirect(paths.staffMember.to({ id }), { tone: 'success', key: 'accounts.invite.sent' });
    }
    const link = `${this.settings.baseUrl}${paths.invitation.to({ token })}`;
    return invitationLinkPage({ id, name }, link, INVITATION_DAYS);
  }
}
