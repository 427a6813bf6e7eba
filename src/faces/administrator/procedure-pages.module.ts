import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { FieldController } from './field.controller.js';
import { ImportController } from './import.controller.js';
import { ImportDesk } from './import-desk.service.js';
import { ImportRowsCsv } from './import-rows.csv.js';
import { ProcedureController } from './procedure.controller.js';
import { ProcedurePages } from './procedure-pages.service.js';

/** Pages about procedures and fields, and the files that bring them. */
@Module({
  imports: [DirectoryModule, FeedbackModule],
  controllers: [ProcedureController, FieldController, ImportController],
  providers: [ImportDesk, ImportRowsCsv, ProcedurePages],
})
export class ProcedurePagesModule {}
