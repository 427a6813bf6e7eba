import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { IntakeAddressing } from './intake-addressing.service.js';
import { SubmitFeedback } from './submit-feedback.service.js';

/** How something comes in: who takes it, and that it comes in once. */
@Module({
  imports: [DirectoryModule, FeedbackModule],
  providers: [IntakeAddressing, SubmitFeedback],
  exports: [IntakeAddressing, SubmitFeedback],
})
export class IntakeModule {}
