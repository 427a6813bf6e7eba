import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { CalendarImpacts } from './calendar-impact.query.js';
import { ChangeCalendar } from './change-calendar.service.js';
import { RecalculateItems } from './recalculate-items.service.js';
import { RecalculateLate } from './recalculate-late.timer.js';

/** A change of the calendar with everything that follows it. */
@Module({
  imports: [CalendarModule, FeedbackModule],
  providers: [CalendarImpacts, ChangeCalendar, RecalculateItems, RecalculateLate],
  exports: [ChangeCalendar],
})
export class CalendarChangeModule {}
