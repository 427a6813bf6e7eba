import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { FiguresModule } from '../../figures/figures.module.js';
import { IntakeModule } from '../../intake/intake.module.js';
import { Secrets } from '../../platform/config/secrets.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { RoutingModule } from '../../routing/routing.module.js';
import { TrackingModule } from '../../tracking/tracking.module.js';
import { AddressQuota } from './address-quota.js';
import { AgenciesController } from './agencies.controller.js';
import { AgencyList } from './agency-list.query.js';
import { CrossOrigin } from './cross-origin.middleware.js';
import { DescribedRoutes } from './described-routes.js';
import { FeedbackController } from './feedback.controller.js';
import { FiguresController } from './figures.controller.js';
import { ItemAccess } from './item-access.service.js';
import { ItemController } from './item.controller.js';
import { ItemStepsController } from './item-steps.controller.js';
import { ItemSteps } from './item-steps.service.js';
import { OpenApiController } from './open-api.controller.js';
import { Open311Module } from './open311/open311.module.js';
import { PartnerApiModule } from './partner/partner-api.module.js';
import { ProcedureList } from './procedure-list.query.js';
import { ProceduresController } from './procedures.controller.js';
import { PublishedNames } from './published-names.service.js';
import { PublishedController } from './published.controller.js';
import { Receipts } from './receipt.service.js';
import { RepeatKeys } from './repeat-key.js';
import { SubmissionDoor } from './submission-door.service.js';
import { SubmissionRouting } from './submission-routing.service.js';

const ROOMS = [
  ...[AccountsModule, DirectoryModule, FeedbackModule, FiguresModule, IntakeModule],
  ...[PublicationModule, RoutingModule, TrackingModule],
];
const OPEN_DATA = [PublishedController, AgenciesController, ProceduresController, FiguresController];
const ITEMS = [FeedbackController, ItemController, ItemStepsController];

/** What programs see. Further interfaces are modules of their own, imported here; each declares its own routes. */
@Module({
  imports: [DiscoveryModule, ...ROOMS, Open311Module, PartnerApiModule],
  controllers: [OpenApiController, ...OPEN_DATA, ...ITEMS],
  providers: [
    ...[AddressQuota, AgencyList, DescribedRoutes, ItemAccess, ItemSteps, ProcedureList],
    ...[PublishedNames, Receipts, SubmissionDoor, SubmissionRouting],
    {
      provide: RepeatKeys,
      inject: [Secrets],
      useFactory: (secrets: Secrets) => new RepeatKeys(secrets.derive('api-repeats')),
    },
  ],
})
export class ApiFaceModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(CrossOrigin).forRoutes('/api/*rest');
  }
}
