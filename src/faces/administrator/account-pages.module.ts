import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { DeskWorkModule } from '../../handling/desk-work.module.js';
import { AdministeredStaff } from './administered-staff.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationLinks } from './invitation-links.js';
import { InviteController } from './invite.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { StaffListController } from './staff-list.controller.js';
import { StaffMailController } from './staff-mail.controller.js';
import { StaffMemberController } from './staff-member.controller.js';
import { StaffMoveController } from './staff-move.controller.js';
import { StaffRolesController } from './staff-roles.controller.js';
import { StaffStandings } from './staff-standing.query.js';

/** Accounts of staff: invited, entrusted with roles, moved, suspended, and how they sign in. */
@Module({
  imports: [AccountsModule, DeskWorkModule, DirectoryModule],
  controllers: [
    ...[StaffListController, StaffRolesController, StaffMemberController, StaffMailController],
    ...[InviteController, InvitationController, StaffMoveController, SecondFactorController],
  ],
  providers: [AdministeredStaff, InvitationLinks, StaffStandings],
})
export class AccountPagesModule {}
