import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { AgencyChangeController } from './agency-change.controller.js';
import { AgencyDecisions } from './agency-decisions.service.js';
import { AgencyEditing } from './agency-editing.service.js';
import { AgencyImpactQuery } from './agency-impact.query.js';
import { AgencyListController } from './agency-list.controller.js';
import { AgencyMergeController } from './agency-merge.controller.js';
import { AgencyMerging } from './agency-merging.service.js';
import { AgencyNewController } from './agency-new.controller.js';
import { AgencyPageController } from './agency-page.controller.js';
import { AgencyPastQuery } from './agency-past.query.js';
import { AgencyReach } from './agency-reach.service.js';

/** Pages about agencies: their tree, their contact points, their past and what is decided about them. */
@Module({
  imports: [DirectoryModule, FeedbackModule],
  // Named addresses come before those that hold a code.
  controllers: [
    AgencyListController,
    AgencyNewController,
    AgencyMergeController,
    AgencyChangeController,
    AgencyPageController,
  ],
  providers: [AgencyDecisions, AgencyEditing, AgencyImpactQuery, AgencyMerging, AgencyPastQuery, AgencyReach],
})
export class AgencyPagesModule {}
