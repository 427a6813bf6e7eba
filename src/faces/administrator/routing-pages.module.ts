import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { RoutingModule } from '../../routing/routing.module.js';
import { ListedRules } from './listed-rules.service.js';
import { RoutingRulesController } from './routing-rules.controller.js';
import { RoutingStepsController } from './routing-steps.controller.js';
import { RuleForms } from './rule-forms.service.js';
import { RuleTrials } from './rule-trials.service.js';

/** Where administrators keep the ordered rules of routing. */
@Module({
  imports: [DirectoryModule, RoutingModule],
  controllers: [RoutingRulesController, RoutingStepsController],
  providers: [ListedRules, RuleForms, RuleTrials],
})
export class RoutingPagesModule {}
