import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import type { Agency } from '../directory/agency.entity.js';
import type { RoutingProposal } from '../feedback/routing-proposal.js';
import { firstMatch, prepareFacts, type RoutingFacts } from './routing-rules.js';
import { RuleList } from './rule-list.query.js';
import { reasonsOf } from './rule-reasons.js';
import { SuperiorAgency } from './superior-agency.service.js';

/** What is known of something that is about to be sent. */
export interface RoutingQuestion extends RoutingFacts {
  /** The submitter says that it is about the head of the chosen agency. */
  readonly aboutHead: boolean;
  /** Null where the submitter does not know. */
  readonly chosenAgencyId: number | null;
}

export interface RoutingAnswer {
  readonly proposal: RoutingProposal | null;
  /** Whose intake takes it now instead of the chosen or the general one; null where it stays there. */
  readonly sendTo: Readonly<Agency> | null;
}

const UNKNOWN: RoutingAnswer = { proposal: null, sendTo: null };

/** Says which agency should handle something, and why: conduct of a head by the superior agency, else by the ordered rules. */
@Injectable()
export class ProposeRouting {
  constructor(
    private readonly rules: RuleList,
    private readonly superior: SuperiorAgency,
    private readonly agencies: AgencyDirectory,
  ) {}

  /** The chosen agency keeps what it was sent, except the conduct of its own head. */
  async propose(question: RoutingQuestion): Promise<RoutingAnswer> {
    // Regulations have no conduct.
    if (question.aboutHead && question.subject !== 'ADMIN_REGULATION') return this.aboveHead(question);
    const proposal = await this.byRule(question);
    if (!proposal || question.chosenAgencyId !== null) return { proposal, sendTo: null };
    const agency = (await this.agencies.all()).get(proposal.agencyId);
    return { proposal, sendTo: agency?.intakeOpen ? agency : null };
  }

  /** No rule is asked: it might lead to the very agency. Who names none is heard by the one that takes everything. */
  private async aboveHead({ chosenAgencyId }: RoutingQuestion): Promise<RoutingAnswer> {
    if (chosenAgencyId === null) return UNKNOWN;
    const [above, chosen] = [
      await this.superior.of(chosenAgencyId),
      (await this.agencies.all()).get(chosenAgencyId),
    ];
    if (!above || !chosen) return UNKNOWN;
    const reasons = [{ key: 'routing.why.superior', params: { agency: chosen.name } }];
    const proposal = { source: 'superior', ruleId: null, ruleName: '', agencyId: above.id, reasons } as const;
    return { proposal, sendTo: above };
  }

  private async byRule(facts: RoutingFacts): Promise<RoutingProposal | null> {
    const listed = await this.rules.inForce();
    const rules = listed.map(({ rule }) => rule);
    const match = firstMatch(rules, prepareFacts(facts));
    if (!match) return null;
    const { agency, abolished } = listed[rules.indexOf(match.rule)]?.target ?? {};
    if (!agency) return null;
    const { id, name } = match.rule;
    const names = await this.rules.namesFor([match.rule]);
    const reasons = reasonsOf(match.rule, match.held, names, abolished);
    return { source: 'rule', ruleId: id, ruleName: name, agencyId: agency.id, reasons };
  }
}
