import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Staff } from '../../accounts/staff.entity.js';
import { PersonalDataModule } from '../../feedback/personal-data.module.js';
import { TrackingModule } from '../../tracking/tracking.module.js';
import { ErasureProofController } from './erasure-proof.controller.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataPages } from './personal-data-pages.service.js';
import { PersonalFindController } from './personal-find.controller.js';
import { PersonalRequests } from './personal-requests.service.js';

/** Personal data: how long they are kept, who may look, and what a person asks for. */
@Module({
  imports: [PersonalDataModule, TrackingModule, TypeOrmModule.forFeature([Staff])],
  controllers: [PersonalDataController, PersonalFindController, ErasureProofController],
  providers: [PersonalDataPages, PersonalRequests],
})
export class PrivacyPagesModule {}
