import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { DeskWorkModule } from '../../handling/desk-work.module.js';
import { AdministeredStaff } from './administered-staff.js';
import { FirstRunController } from './first-run.controller.js';
import { RoutingPagesModule } from './routing-pages.module.js';
import { MailPagesModule } from './mail-pages.module.js';
import { SetUp } from './set-up.service.js';
import { StaffListController } from './staff-list.controller.js';
import { StaffMailController } from './staff-mail.controller.js';
import { StaffMemberController } from './staff-member.controller.js';
import { StaffRolesController } from './staff-roles.controller.js';
import { TimePagesModule } from './time-pages.module.js';

/** Pages of those who run the installation: its first run, the accounts of staff, the rules of routing, mail. */
@Module({
  imports: [
    DeskWorkModule,
    TimePagesModule,
    AccountsModule,
    DirectoryModule,
    RoutingPagesModule,
    MailPagesModule,
  ],
  controllers: [
    FirstRunController,
    StaffListController,
    StaffRolesController,
    StaffMemberController,
    StaffMailController,
  ],
  providers: [AdministeredStaff, SetUp],
})
export class AdministratorFaceModule {}
