import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '../calendar/calendar.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { CriticisedQuery } from './criticised.query.js';
import { CriticisedQuestions } from './criticised-questions.service.js';
import { Helped } from './helped.service.js';
import { HelpedCount } from './helped-count.entity.js';
import { OwedPublications } from './owed-publications.query.js';
import { PersonalProposals } from './personal-proposals.js';
import { ProcedureVoicesQuery } from './procedure-voices.query.js';
import { Proposals } from './proposals.service.js';
import { PublicationDays } from './publication-days.service.js';
import { Publication } from './publication.entity.js';
import { PublicationService } from './publication.service.js';
import { PublishedEntry } from './published-entry.entity.js';
import { PublishedIndex } from './published-index.js';
import { PublishedKeys } from './published-keys.query.js';
import { PublishedState } from './published-state.query.js';
import { PublishedQuery } from './published.query.js';
import { TakeBackReopened } from './take-back-reopened.js';

@Module({
  imports: [
    CalendarModule,
    DirectoryModule,
    FeedbackModule,
    TypeOrmModule.forFeature([HelpedCount, Publication, PublishedEntry]),
  ],
  providers: [
    CriticisedQuery,
    CriticisedQuestions,
    Helped,
    OwedPublications,
    PersonalProposals,
    Proposals,
    PublicationDays,
    PublicationService,
    ProcedureVoicesQuery,
    PublishedIndex,
    PublishedKeys,
    PublishedQuery,
    PublishedState,
    TakeBackReopened,
  ],
  exports: [
    CriticisedQuery,
    CriticisedQuestions,
    Helped,
    ProcedureVoicesQuery,
    OwedPublications,
    PublicationDays,
    PublicationService,
    PublishedQuery,
    PublishedState,
    TypeOrmModule,
  ],
})
export class PublicationModule {}
