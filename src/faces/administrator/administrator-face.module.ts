import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { AdministeredStaff } from './administered-staff.js';
import { FirstRunController } from './first-run.controller.js';
import { SetUp } from './set-up.service.js';
import { StaffListController } from './staff-list.controller.js';
import { StaffMemberController } from './staff-member.controller.js';
import { StaffRolesController } from './staff-roles.controller.js';
import { TimePagesModule } from './time-pages.module.js';

/** Pages of those who run the installation: its first run, and the accounts of staff. */
@Module({
  imports: [TimePagesModule, AccountsModule, DirectoryModule],
  controllers: [FirstRunController, StaffListController, StaffRolesController, StaffMemberController],
  providers: [AdministeredStaff, SetUp],
})
export class AdministratorFaceModule {}
