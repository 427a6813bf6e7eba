import { Module } from '@nestjs/common';
import { AccountsModule } from '../../../accounts/accounts.module.js';
import { DirectoryModule } from '../../../directory/directory.module.js';
import { FeedbackModule } from '../../../feedback/feedback.module.js';
import { IntakeModule } from '../../../intake/intake.module.js';
import { PublicationModule } from '../../../publication/publication.module.js';
import { TrackingModule } from '../../../tracking/tracking.module.js';
import { DiscoveryController } from './discovery.controller.js';
import { NewRequestController } from './new-request.controller.js';
import { Open311Partner } from './open311-partner.service.js';
import { PartnerRequests } from './partner-requests.query.js';
import { PublicRequests } from './public-requests.query.js';
import { RequestsController } from './requests.controller.js';
import { ServiceList } from './service-list.query.js';
import { ServicesController } from './services.controller.js';
import { SubmitRequest } from './submit-request.service.js';
import { UnknownAddressController } from './unknown-address.controller.js';
import { VisibleRequests } from './visible-requests.service.js';

/** GeoReport v2 (Open311): fields as services, items as requests, for programs that know the standard and nothing of us. */
@Module({
  imports: [AccountsModule, DirectoryModule, FeedbackModule, IntakeModule, PublicationModule, TrackingModule],
  controllers: [
    DiscoveryController,
    ServicesController,
    RequestsController,
    NewRequestController,
    UnknownAddressController,
  ],
  providers: [ServiceList, PublicRequests, PartnerRequests, VisibleRequests, Open311Partner, SubmitRequest],
})
export class Open311Module {}
