import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { AddressQuota } from './address-quota.js';
import { CrossOrigin } from './cross-origin.middleware.js';
import { Open311Module } from './open311/open311.module.js';
import { PartnerApiModule } from './partner/partner-api.module.js';

/** What programs see. Modules of further interfaces are imported here; each declares its own routes. */
@Module({
  imports: [Open311Module, PartnerApiModule],
  controllers: [],
  providers: [AddressQuota],
})
export class ApiFaceModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(CrossOrigin).forRoutes('/api/*rest');
  }
}
