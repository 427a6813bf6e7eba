import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { Secrets } from '../platform/config/secrets.js';
import { CitizenFiles } from './citizen-files.query.js';
import { CitizenItemQuery } from './citizen-item.query.js';
import { CitizenSteps } from './citizen-steps.service.js';
import { OwnDataQuery } from './own-data.query.js';
import { SignedTicket } from './signed-ticket.js';
import { TrackingAccess } from './tracking-access.service.js';
import { TrackingPin } from './tracking-pin.js';

/** The citizen's way back to an item: code and PIN, what there is to see, what there is to do. */
@Module({
  imports: [CalendarModule, FeedbackModule],
  providers: [
    TrackingAccess,
    CitizenFiles,
    CitizenItemQuery,
    CitizenSteps,
    OwnDataQuery,
    {
      provide: TrackingPin,
      inject: [Secrets],
      useFactory: (secrets: Secrets) => new TrackingPin(secrets.pinKeys),
    },
    {
      provide: SignedTicket,
      inject: [Secrets],
      useFactory: (secrets: Secrets) => new SignedTicket(secrets.derive('tracking-ticket')),
    },
  ],
  exports: [TrackingAccess, CitizenItemQuery, CitizenSteps, OwnDataQuery, TrackingPin, SignedTicket],
})
export class TrackingModule {}
