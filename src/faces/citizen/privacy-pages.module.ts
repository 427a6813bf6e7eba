import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { PersonalDataModule } from '../../feedback/personal-data.module.js';
import { TrackingModule } from '../../tracking/tracking.module.js';
import { OwnDataController } from './own-data.controller.js';
import { OwnDataPages } from './own-data-pages.service.js';
import { PrivacyController } from './privacy.controller.js';
import { TicketCookies } from './ticket-cookies.js';

/** What happens to personal data, and a citizen's own. */
@Module({
  imports: [DirectoryModule, PersonalDataModule, TrackingModule],
  controllers: [PrivacyController, OwnDataController],
  providers: [OwnDataPages, TicketCookies],
})
export class PrivacyPagesModule {}
