import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '../../correspondence/correspondence.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { ItemCodes } from './item-codes.query.js';
import { MailTemplatesController } from './mail-templates.controller.js';
import { OutboxController } from './outbox.controller.js';

/** The words of the letters, and what of them is stuck. */
@Module({
  imports: [CorrespondenceModule, DirectoryModule, FeedbackModule],
  controllers: [MailTemplatesController, OutboxController],
  providers: [ItemCodes],
})
export class MailPagesModule {}
