import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '../../calendar/calendar.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { DeskWorkModule } from '../../handling/desk-work.module.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { AbsenceController } from './absence.controller.js';
import { AssignController } from './assign.controller.js';
import { AssignDesk } from './assign-desk.service.js';
import { AssigneePanel } from './assignee.panel.js';
import { BulkController } from './bulk.controller.js';
import { BulkDesk } from './bulk-desk.service.js';
import { BulkRunner } from './bulk-runner.service.js';
import { ChosenItems } from './chosen-items.query.js';
import { HandoverController } from './handover.controller.js';
import { Handover } from './handover.service.js';
import { HandoverTrail } from './handover-trail.service.js';
import { QueueController } from './queue.controller.js';
import { QueueFilterForm } from './queue-filter-form.service.js';
import { QueueLists } from './queue-lists.service.js';
import { QueuePages } from './queue-pages.service.js';
import { QueueReader } from './queue-reader.service.js';
import { QueueRows } from './queue-rows.service.js';
import { QueueTally } from './queue-tally.query.js';
import { QueueQuery } from './queue.query.js';
import { SavedFilterController } from './saved-filter.controller.js';
import { VisibleItems } from './visible-item.query.js';

const LISTS = [QueueFilterForm, QueueLists, QueuePages, QueueQuery, QueueReader, QueueRows, QueueTally];
const STEPS = [
  AssignDesk,
  AssigneePanel,
  BulkDesk,
  BulkRunner,
  ChosenItems,
  Handover,
  HandoverTrail,
  VisibleItems,
];

/** What waits for whom: the lists of the desk, steps for many items, who has what. */
@Module({
  imports: [
    CalendarModule,
    DirectoryModule,
    FeedbackModule,
    DeskWorkModule,
    PublicationModule,
    TypeOrmModule.forFeature([ProcedureField]),
  ],
  controllers: [
    QueueController,
    SavedFilterController,
    BulkController,
    AssignController,
    AbsenceController,
    HandoverController,
  ],
  providers: [...LISTS, ...STEPS],
})
export class QueueModule {}
