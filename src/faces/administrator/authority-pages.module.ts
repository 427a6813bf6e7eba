import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CalendarModule } from '../../calendar/calendar.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FiguresModule } from '../../figures/figures.module.js';
import { AuthorityController } from './authority.controller.js';
import { AuthorityMarkController } from './authority-mark.controller.js';
import { AuthorityMarkReader } from './authority-mark.reader.js';
import { AuthoritySettings } from './authority-settings.service.js';
import { GoalController } from './goal.controller.js';
import { SystemClockwork } from './system-clockwork.query.js';
import { SystemMail } from './system-mail.service.js';
import { SystemSituation } from './system-situation.service.js';
import { SystemStatusController } from './system-status.controller.js';
import { SystemStorage } from './system-storage.query.js';

/** The installation itself: whose it is, how it stands. */
@Module({
  imports: [AccountsModule, CalendarModule, DirectoryModule, FiguresModule],
  controllers: [AuthorityController, AuthorityMarkController, GoalController, SystemStatusController],
  providers: [
    AuthorityMarkReader,
    AuthoritySettings,
    SystemClockwork,
    SystemMail,
    SystemSituation,
    SystemStorage,
  ],
})
export class AuthorityPagesModule {}
