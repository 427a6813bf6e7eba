import { Module } from '@nestjs/common';
import { DeskModule } from './desk.module.js';
import { ExchangeModule } from './exchange.module.js';
import { IntakeDeskModule } from './intake-desk.module.js';
import { ItemFilesModule } from './item-files.module.js';
import { QueueModule } from './queue.module.js';
import { ReplyTemplatesModule } from './reply-templates.module.js';
import { RoutingDeskModule } from './routing-desk.module.js';
import { SignInModule } from './sign-in.module.js';

/** Pages of staff: in and out, the lists, the desk. The lists come first: some of their addresses are an item's steps. */
@Module({
  imports: [
    SignInModule,
    QueueModule,
    RoutingDeskModule,
    DeskModule,
    IntakeDeskModule,
    ExchangeModule,
    ItemFilesModule,
    ReplyTemplatesModule,
  ],
})
export class OfficerFaceModule {}
