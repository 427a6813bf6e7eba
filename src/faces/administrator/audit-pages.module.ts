import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { AdministeredStaff } from './administered-staff.js';
import { AuditAsked } from './audit-asked.service.js';
import { AuditController } from './audit.controller.js';
import { AuditEntries } from './audit-entries.query.js';
import { AuditExport } from './audit-export.service.js';
import { AuditList } from './audit-list.service.js';
import { AuditNameQuery } from './audit-names.query.js';
import { AuditPages } from './audit-pages.service.js';
import { AuditSteps } from './audit-steps.query.js';
import { StaffDeedsController } from './staff-deeds.controller.js';

/** The trail of looks and changes, searched and taken away. */
@Module({
  imports: [AccountsModule, DirectoryModule],
  controllers: [AuditController, StaffDeedsController],
  providers: [
    ...[AdministeredStaff, AuditAsked, AuditPages, AuditExport],
    ...[AuditList, AuditEntries, AuditSteps, AuditNameQuery],
  ],
})
export class AuditPagesModule {}
