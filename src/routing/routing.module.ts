import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { ConcernedStaff } from './concerned-staff.query.js';
import { ProcedureIndex } from './procedure-index.service.js';
import { ProposeFromText } from './propose-from-text.service.js';
import { ProposeRouting } from './propose-routing.service.js';
import { RoutingRule } from './routing-rule.entity.js';
import { RuleBook } from './rule-book.service.js';
import { RuleList } from './rule-list.query.js';
import { SendToSuperior } from './send-to-superior.js';
import { SuperiorAgency } from './superior-agency.service.js';
import { TryRules } from './try-rules.service.js';

/** Where something should go, and why: ordered rules, the words themselves, and conduct of a head to the agency above. */
@Module({
  imports: [DirectoryModule, FeedbackModule, TypeOrmModule.forFeature([RoutingRule])],
  providers: [
    ProposeRouting,
    ProposeFromText,
    ProcedureIndex,
    RuleBook,
    RuleList,
    TryRules,
    SuperiorAgency,
    SendToSuperior,
    ConcernedStaff,
  ],
  exports: [
    ProposeRouting,
    ProposeFromText,
    ProcedureIndex,
    RuleBook,
    RuleList,
    TryRules,
    SuperiorAgency,
    SendToSuperior,
    ConcernedStaff,
  ],
})
export class RoutingModule {}
