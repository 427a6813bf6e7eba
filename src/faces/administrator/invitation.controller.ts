import { Controller, Param, Post } from '@nestjs/common';
import { InviteStaff } from '../../accounts/invite-staff.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page, Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AdministeredStaff } from './administered-staff.js';
import { InvitationLinks } from './invitation-links.js';
import { memberRedirect, orTold } from './staff-member.view.js';

/** An invitation that was not accepted: sent anew, or taken back. */
@Controller()
@Staff('ADMIN')
export class InvitationController {
  constructor(
    private readonly administered: AdministeredStaff,
    private readonly invitations: InviteStaff,
    private readonly links: InvitationLinks,
  ) {}

  @Post(paths.staffInviteAgain.route)
  async again(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Page | Redirect> {
    const { id: staffId, name } = await this.administered.open(admin, id);
    try {
      return this.links.told(name, await this.invitations.again(staffId, auditedStaff(admin)));
    } catch (error) {
      return orTold(staffId, error);
    }
  }

  @Post(paths.staffInviteWithdraw.route)
  async withdraw(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    const { id: staffId } = await this.administered.open(admin, id);
    try {
      await this.invitations.withdraw(staffId, auditedStaff(admin));
      return memberRedirect(staffId, 'accounts.invite.withdrawn');
    } catch (error) {
      return orTold(staffId, error);
    }
  }
}
