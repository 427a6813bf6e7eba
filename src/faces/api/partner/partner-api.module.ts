import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '../../../correspondence/correspondence.module.js';
import { ChangesController } from './changes.controller.js';

/** What partners' programs ask with their own key. */
@Module({
  imports: [CorrespondenceModule],
  controllers: [ChangesController],
})
export class PartnerApiModule {}
