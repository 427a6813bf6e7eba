import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Staff } from '../../accounts/staff.entity.js';
import { CalendarModule } from '../../calendar/calendar.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { PersonalDataModule } from '../../feedback/personal-data.module.js';
import { ItemWorkModule } from '../../handling/item-work.module.js';
import { IntakeModule } from '../../intake/intake.module.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { ActionSurroundings } from './action-around.service.js';
import { ActionController } from './action.controller.js';
import { ActionDesk } from './action-desk.service.js';
import { ActionDrafts } from './action-drafts.service.js';
import { ActionPages } from './action-pages.service.js';
import { ActionChoices } from './action-choices.service.js';
import { ActionReader } from './action-reader.service.js';
import { ActionRunner } from './action-runner.service.js';
import { ApologyPanel } from './apology.panel.js';
import { AgencySearchController } from './agency-search.controller.js';
import { ContactController } from './contact.controller.js';
import { ContactPanel } from './contact.panel.js';
import { ItemController } from './item.controller.js';
import { ItemDraftController } from './item-draft.controller.js';
import { ItemHistory } from './item-history.query.js';
import { ItemNoteDesk } from './item-note-desk.service.js';
import { ItemNotesController } from './item-notes.controller.js';
import { ItemPages } from './item-pages.service.js';
import { ItemPanels } from './item-panel.js';
import { ItemPresenceController } from './item-presence.controller.js';
import { ItemSides } from './item-sides.service.js';
import { PublicationPanel } from './publication.panel.js';
import { ReplyPdfController } from './item-reply-pdf.controller.js';
import { VisibleItems } from './visible-item.query.js';

/** The desk: queue, item, steps. */
@Module({
  imports: [
    DiscoveryModule,
    CalendarModule,
    DirectoryModule,
    FeedbackModule,
    PersonalDataModule,
    IntakeModule,
    ItemWorkModule,
    PublicationModule,
    TypeOrmModule.forFeature([Staff, ProcedureField]),
  ],
  // The last one takes any word for a step: more special addresses come before it.
  controllers: [
    AgencySearchController,
    ItemController,
    ContactController,
    ItemNotesController,
    ItemPresenceController,
    ItemDraftController,
    ReplyPdfController,
    ActionController,
  ],
  providers: [
    ItemPages,
    ItemPanels,
    ItemSides,
    VisibleItems,
    ItemHistory,
    ActionPages,
    ActionRunner,
    ActionDesk,
    ActionDrafts,
    ActionChoices,
    ActionReader,
    ActionSurroundings,
    ItemNoteDesk,
    ApologyPanel,
    PublicationPanel,
    ContactPanel,
  ],
})
export class DeskModule {}
