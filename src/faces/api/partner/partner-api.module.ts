import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CorrespondenceModule } from '../../../correspondence/correspondence.module.js';
import { Feedback } from '../../../feedback/feedback.entity.js';
import { IntakeModule } from '../../../intake/intake.module.js';
import { TrackingModule } from '../../../tracking/tracking.module.js';
import { ChangesController } from './changes.controller.js';
import { PartnerExportController } from './partner-export.controller.js';
import { PartnerItemsController } from './partner-items.controller.js';
import { PartnerItems } from './partner-items.query.js';

/** What partners' programs ask with their own key. */
@Module({
  imports: [CorrespondenceModule, IntakeModule, TrackingModule, TypeOrmModule.forFeature([Feedback])],
  controllers: [ChangesController, PartnerItemsController, PartnerExportController],
  providers: [PartnerItems],
})
export class PartnerApiModule {}
