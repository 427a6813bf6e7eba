import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { Publication } from './publication.entity.js';
import { PublicationService } from './publication.service.js';
import { PublishedQuery } from './published.query.js';

@Module({
  imports: [FeedbackModule, TypeOrmModule.forFeature([Publication])],
  providers: [PublicationService, PublishedQuery],
  exports: [PublicationService, PublishedQuery, TypeOrmModule],
})
export class PublicationModule {}
