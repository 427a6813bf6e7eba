import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { FigureGoal } from './figure-goal.entity.js';
import { FigureGoals } from './figure-goals.service.js';
import { FiguresQuestions } from './figures-questions.service.js';
import { FiguresService } from './figures.service.js';
import { JournalChains } from './journal-chains.query.js';
import { ListedItems } from './listed-items.query.js';
import { RowNames } from './row-names.service.js';
import { TallyService } from './tally.service.js';

@Module({
  imports: [FeedbackModule, DirectoryModule, TypeOrmModule.forFeature([FigureGoal])],
  providers: [
    FiguresService,
    TallyService,
    JournalChains,
    RowNames,
    ListedItems,
    FiguresQuestions,
    FigureGoals,
  ],
  exports: [FiguresService, ListedItems, FiguresQuestions, FigureGoals],
})
export class FiguresModule {}
