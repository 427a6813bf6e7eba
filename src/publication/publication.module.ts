import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { Helped } from './helped.service.js';
import { HelpedCount } from './helped-count.entity.js';
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
    DirectoryModule,
    FeedbackModule,
    TypeOrmModule.forFeature([HelpedCount, Publication, PublishedEntry]),
  ],
  providers: [
    Helped,
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
    Helped,
    ProcedureVoicesQuery,
    PublicationDays,
    PublicationService,
    PublishedQuery,
    PublishedState,
    TypeOrmModule,
  ],
})
export class PublicationModule {}
