import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CorrespondenceModule } from '../../correspondence/correspondence.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { PartnerDesk } from './partner-desk.service.js';
import { PartnerController } from './partner.controller.js';
import { PartnerListController } from './partner-list.controller.js';
import { PartnerWebhookController } from './partner-webhook.controller.js';

/** Other programs that may connect: who they are, their keys, and where they are told of changes. */
@Module({
  imports: [AccountsModule, CorrespondenceModule, DirectoryModule],
  controllers: [PartnerListController, PartnerController, PartnerWebhookController],
  providers: [PartnerDesk],
})
export class PartnerPagesModule {}
