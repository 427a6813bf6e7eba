import { Module } from '@nestjs/common';
import { CalendarModule } from '../../calendar/calendar.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { Authority } from './authority.service.js';
import { TermEntryController } from './term-entry.controller.js';
import { TermListController } from './term-list.controller.js';

/** Pages about time: the terms that authorities set, and the calendar of working days. */
@Module({
  imports: [DirectoryModule, CalendarModule, FeedbackModule],
  controllers: [TermListController, TermEntryController],
  providers: [Authority],
})
export class TimePagesModule {}
