import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Staff } from '../../accounts/staff.entity.js';
import { CalendarModule } from '../../calendar/calendar.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { ActionController } from './action.controller.js';
import { ActionDesk } from './action-desk.service.js';
import { ActionPages } from './action-pages.service.js';
import { ActionRunner } from './action-runner.service.js';
import { AgencySearchController } from './agency-search.controller.js';
import { ItemController } from './item.controller.js';
import { ItemHistory } from './item-history.query.js';
import { ItemPages } from './item-pages.service.js';
import { ItemPanels } from './item-panel.js';
import { QueueController } from './queue.controller.js';
import { QueueQuery } from './queue.query.js';
import { VisibleItems } from './visible-item.query.js';

/** The desk: queue, item, steps. */
@Module({
  imports: [
    DiscoveryModule,
    CalendarModule,
    DirectoryModule,
    FeedbackModule,
    PublicationModule,
    TypeOrmModule.forFeature([Staff, ProcedureField]),
  ],
  controllers: [QueueController, AgencySearchController, ItemController, ActionController],
  providers: [
    ItemPages,
    ItemPanels,
    QueueQuery,
    VisibleItems,
    ItemHistory,
    ActionPages,
    ActionRunner,
    ActionDesk,
  ],
})
export class DeskModule {}
