import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { Secrets } from '../platform/config/secrets.js';
import { DuplicateCandidates } from './duplicate-candidates.query.js';
import { Duplicates } from './duplicates.service.js';
import { EnterByStaff } from './enter-by-staff.service.js';
import { FormFiles } from './form-files.js';
import { IntakeAddressing } from './intake-addressing.service.js';
import { ItemExport } from './item-export.query.js';
import { ItemImportRun } from './item-import-run.service.js';
import { ItemImportTrial } from './item-import-trial.service.js';
import { ItemImportWorker } from './item-import.worker.js';
import { ItemImports } from './item-imports.service.js';
import { ItemNamesFactory } from './item-names.service.js';
import { ItemTaking } from './item-taking.service.js';
import { ScanFile } from './scan-file.service.js';
import { ScanQueue } from './scan-queue.js';
import { StagedUpload } from './staged-upload.entity.js';
import { StagedUploads } from './staged-uploads.service.js';
import { SubmitFeedback } from './submit-feedback.service.js';
import { SubmitForPartner } from './submit-for-partner.service.js';
import { SweepUploads } from './sweep-uploads.timer.js';
import { UploadToken } from './upload-token.js';

const exchange = [
  ItemImports,
  ItemImportTrial,
  ItemImportRun,
  ItemImportWorker,
  ItemNamesFactory,
  ItemTaking,
  ItemExport,
];

/** How something comes in: who takes it, and that it comes in once. */
@Module({
  imports: [
    AccountsModule,
    DirectoryModule,
    FeedbackModule,
    TypeOrmModule.forFeature([StagedUpload, Feedback, ProcedureField]),
  ],
  providers: [
    IntakeAddressing,
    SubmitFeedback,
    SubmitForPartner,
    ...exchange,
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
    ItemImports,
    ItemImportTrial,
    ItemExport,
    EnterByStaff,
    Duplicates,
    FormFiles,
    StagedUploads,
  ],
})
export class IntakeModule {}
