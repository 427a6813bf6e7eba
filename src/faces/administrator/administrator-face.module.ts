import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { AccountPagesModule } from './account-pages.module.js';
import { AuditPagesModule } from './audit-pages.module.js';
import { AuthorityPagesModule } from './authority-pages.module.js';
import { AgencyPagesModule } from './agency-pages.module.js';
import { FirstRunController } from './first-run.controller.js';
import { ProcedurePagesModule } from './procedure-pages.module.js';
import { RoutingPagesModule } from './routing-pages.module.js';
import { MailPagesModule } from './mail-pages.module.js';
import { PartnerPagesModule } from './partner-pages.module.js';
import { PrivacyPagesModule } from './privacy-pages.module.js';
import { SetUp } from './set-up.service.js';
import { TimePagesModule } from './time-pages.module.js';

/** Pages of those who run the installation: its first run, the accounts of staff, the rules of routing, mail. */
@Module({
  imports: [
    AgencyPagesModule,
    ProcedurePagesModule,
    AccountPagesModule,
    AuthorityPagesModule,
    AuditPagesModule,
    TimePagesModule,
    AccountsModule,
    DirectoryModule,
    RoutingPagesModule,
    MailPagesModule,
    PrivacyPagesModule,
    PartnerPagesModule,
  ],
  controllers: [FirstRunController],
  providers: [SetUp],
})
export class AdministratorFaceModule {}
