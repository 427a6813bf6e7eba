import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { FiguresQuestions } from './figures-questions.service.js';
import { FiguresService } from './figures.service.js';
import { JournalChains } from './journal-chains.query.js';
import { ListedItems } from './listed-items.query.js';
import { RowNames } from './row-names.service.js';
import { TallyService } from './tally.service.js';

@Module({
  imports: [FeedbackModule, DirectoryModule],
  providers: [FiguresService, TallyService, JournalChains, RowNames, ListedItems, FiguresQuestions],
  exports: [FiguresService, ListedItems, FiguresQuestions],
})
export class FiguresModule {}
