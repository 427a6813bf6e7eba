import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '../calendar/calendar.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { AgencyChangeTimer } from './agency-change.timer.js';
import { AgencyReform } from './agency-reform.service.js';
import { AgencySuccession } from './agency-succession.service.js';
import { AgencySuccessionTimer } from './agency-succession.timer.js';
import { Attachment } from './attachment.entity.js';
import { Coordination } from './coordination.entity.js';
import { Feedback } from './feedback.entity.js';
import { FollowSuccessor } from './follow-successor.js';
import { FreeCode } from './free-code.service.js';
import { PersonLookups } from './person-lookups.js';
import { SplitParts } from './split-parts.service.js';
import { FeedbackService } from './feedback.service.js';
import { FeedbackText } from './feedback-text.entity.js';
import { Journal } from './journal.service.js';
import { JournalEntry } from './journal-entry.entity.js';
import { JournalListeners } from './journal-listeners.js';
import { Promises } from './promises.service.js';
import { RegisterService } from './register.service.js';
import { Reply } from './reply.entity.js';
import { StepLookups } from './step-lookups.js';
import { StepRules } from './step-rules.service.js';
import { SubmissionService } from './submission.service.js';
import { Submitter } from './submitter.entity.js';
import { TermRule } from './term-rule.entity.js';
import { TermRules } from './term-rules.service.js';
import { TermSettings } from './term-settings.service.js';

@Module({
  imports: [
    DiscoveryModule,
    CalendarModule,
    DirectoryModule,
    TypeOrmModule.forFeature([
      Attachment,
      Coordination,
      Feedback,
      Submitter,
      FeedbackText,
      Reply,
      JournalEntry,
      TermRule,
    ]),
  ],
  providers: [
    AgencyChangeTimer,
    AgencyReform,
    AgencySuccession,
    AgencySuccessionTimer,
    FollowSuccessor,
    FeedbackService,
    StepRules,
    SubmissionService,
    StepLookups,
    PersonLookups,
    SplitParts,
    FreeCode,
    Journal,
    JournalListeners,
    RegisterService,
    Promises,
    TermRules,
    TermSettings,
  ],
  exports: [
    AgencyReform,
    FeedbackService,
    Promises,
    TermRules,
    TermSettings,
    SubmissionService,
    JournalListeners,
    TypeOrmModule,
  ],
})
export class FeedbackModule {}
