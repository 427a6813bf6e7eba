import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { IntakeModule } from '../../intake/intake.module.js';
import { RoutingModule } from '../../routing/routing.module.js';
import { TrackingModule } from '../../tracking/tracking.module.js';
import { CompareController } from './compare.controller.js';
import { DuplicatesPanel } from './duplicates.panel.js';
import { EnteredReceipts } from './entered-receipts.service.js';
import { EntryChoices } from './entry-choices.service.js';
import { EntryController } from './entry.controller.js';
import { EntryDesk } from './entry-desk.service.js';
import { EntryPages } from './entry-pages.service.js';
import { EntryReceiptController } from './entry-receipt.controller.js';
import { LinkedPanel } from './linked.panel.js';
import { ProcedureSearchController } from './procedure-search.controller.js';
import { VisibleItems } from './visible-item.query.js';

/** What came otherwise than by the web, and what is told twice. */
@Module({
  imports: [DirectoryModule, FeedbackModule, IntakeModule, RoutingModule, TrackingModule],
  controllers: [EntryController, EntryReceiptController, CompareController, ProcedureSearchController],
  providers: [
    EntryChoices,
    EntryDesk,
    EntryPages,
    EnteredReceipts,
    VisibleItems,
    DuplicatesPanel,
    LinkedPanel,
  ],
})
export class IntakeDeskModule {}
