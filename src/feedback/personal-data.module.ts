import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactLooks } from './contact-looks.service.js';
import { ErasureDue } from './erasure-due.query.js';
import { Erasure } from './erasure.entity.js';
import { NightlyErasure } from './erasure-night.service.js';
import { ErasureRequests } from './erasure-request.service.js';
import { ErasePersonalData } from './erasure.service.js';
import { EraseDue } from './erasure.timer.js';
import { Feedback } from './feedback.entity.js';
import { PersonalFinder } from './personal-finder.query.js';
import { PersonalHolders } from './personal-holders.js';
import {
  PersonalContact,
  PersonalFiles,
  PersonalReplies,
  PersonalTexts,
  PersonalWords,
} from './personal-records.js';

/** Looking at contact data, and erasing what is personal (Luật 91/2025/QH15). */
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([Erasure, Feedback])],
  providers: [
    ContactLooks,
    PersonalFinder,
    PersonalHolders,
    ...[PersonalContact, PersonalWords, PersonalTexts, PersonalReplies, PersonalFiles],
    ErasePersonalData,
    ErasureDue,
    ErasureRequests,
    NightlyErasure,
    EraseDue,
  ],
  exports: [
    ContactLooks,
    PersonalFinder,
    PersonalHolders,
    ErasePersonalData,
    ErasureDue,
    ErasureRequests,
    TypeOrmModule,
  ],
})
export class PersonalDataModule {}
