import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { Secrets } from '../platform/config/secrets.js';
import { DuplicateCandidates } from './duplicate-candidates.query.js';
import { Duplicates } from './duplicates.service.js';
import { EnterByStaff } from './enter-by-staff.service.js';
import { FormFiles } from './form-files.js';
import { IntakeAddressing } from './intake-addressing.service.js';
import { ScanFile } from './scan-file.service.js';
import { ScanQueue } from './scan-queue.js';
import { StagedUpload } from './staged-upload.entity.js';
import { StagedUploads } from './staged-uploads.service.js';
import { SubmitFeedback } from './submit-feedback.service.js';
import { SubmitForPartner } from './submit-for-partner.service.js';
import { SweepUploads } from './sweep-uploads.timer.js';
import { UploadToken } from './upload-token.js';

/** How something comes in: who takes it, and that it comes in once. */
@Module({
  imports: [AccountsModule, DirectoryModule, FeedbackModule, TypeOrmModule.forFeature([StagedUpload])],
  providers: [
    IntakeAddressing,
    SubmitFeedback,
    SubmitForPartner,
    EnterByStaff,
    Duplicates,
    DuplicateCandidates,
    FormFiles,
    StagedUploads,
    ScanQueue,
    ScanFile,
    SweepUploads,
    {
      provide: UploadToken,
      useFactory: (secrets: Secrets) => new UploadToken(secrets.derive('upload')),
      inject: [Secrets],
    },
  ],
  exports: [
    IntakeAddressing,
    SubmitFeedback,
    SubmitForPartner,
    EnterByStaff,
    Duplicates,
    FormFiles,
    StagedUploads,
  ],
})
export class IntakeModule {}
