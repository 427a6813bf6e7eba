import { Module } from '@nestjs/common';
import { CalendarModule } from '../../calendar/calendar.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { CalendarChangeModule } from '../../handling/calendar-change.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarDraft } from './calendar-draft.service.js';
import { CalendarPages } from './calendar-pages.service.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { Authority } from './authority.service.js';
import { PublicationTermController } from './publication-term.controller.js';
import { TermEntryController } from './term-entry.controller.js';
import { TermListController } from './term-list.controller.js';

/** Pages about time: the terms that authorities set, and the calendar of working days. */
@Module({
  imports: [DirectoryModule, CalendarModule, FeedbackModule, CalendarChangeModule, PublicationModule],
  controllers: [PublicationTermController, TermListController, TermEntryController, CalendarController],
  providers: [Authority, CalendarDraft, CalendarPages],
})
export class TimePagesModule {}
