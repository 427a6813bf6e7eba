import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Staff } from '../../accounts/staff.entity.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { FileController } from './file.controller.js';
import { FilesPanel } from './files.panel.js';
import { VisibleItems } from './visible-item.query.js';

/** The files of an item on the officer's side. */
@Module({
  imports: [FeedbackModule, TypeOrmModule.forFeature([Staff])],
  controllers: [FileController],
  providers: [FilesPanel, VisibleItems],
})
export class ItemFilesModule {}
