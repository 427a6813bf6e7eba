import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { CalendarChangeModule } from './calendar-change.module.js';
import { CloseAnswered } from './close-answered.timer.js';
import { ExpireRequest } from './expire-request.timer.js';
import { OverdueSteps } from './overdue-steps.service.js';
import { OverdueTimer } from './overdue.timer.js';
import { ScheduleTimers } from './schedule-timers.js';
import { SweepOverdue } from './sweep-overdue.timer.js';
import { TimedSteps } from './timed-steps.service.js';

@Module({
  imports: [CalendarModule, FeedbackModule, CalendarChangeModule],
  providers: [
    ScheduleTimers,
    TimedSteps,
    ExpireRequest,
    CloseAnswered,
    OverdueSteps,
    OverdueTimer,
    SweepOverdue,
  ],
})
export class HandlingModule {}
