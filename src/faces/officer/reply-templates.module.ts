import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { ItemWorkModule } from '../../handling/item-work.module.js';
import { ReplyTemplatePages } from './reply-template-pages.service.js';
import { ReplyTemplatesController } from './reply-templates.controller.js';

/** The pages on which reply templates are kept. */
@Module({
  imports: [DirectoryModule, ItemWorkModule],
  controllers: [ReplyTemplatesController],
  providers: [ReplyTemplatePages],
})
export class ReplyTemplatesModule {}
