import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { CloseAnswered } from './close-answered.timer.js';
import { ExpireRequest } from './expire-request.timer.js';
import { ScheduleTimers } from './schedule-timers.js';
import { TimedSteps } from './timed-steps.service.js';

@Module({
  imports: [CalendarModule, FeedbackModule],
  providers: [ScheduleTimers, TimedSteps, ExpireRequest, CloseAnswered],
})
export class HandlingModule {}
