import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Page } from '../../platform/web/page.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import type { RoutingRule } from '../../routing/routing-rule.entity.js';
import { type ListedRule, RuleList } from '../../routing/rule-list.query.js';
import type { Trial, TriedRule } from '../../routing/rule-trial.js';
import { TryRules } from '../../routing/try-rules.service.js';
import { topsOf } from './administered-subtree.js';
import { RoutingTrialForm } from './routing-trial.form.js';
import { allTrialPage, ruleTrialPage } from './routing-trial.view.js';

/** Few enough to be answered at once. */
const USUAL = 500;

/** Tries rules on what came in before, and shows counts and codes. */
@Injectable()
export class RuleTrials {
  constructor(
    private readonly rules: RuleList,
    private readonly trials: TryRules,
    private readonly agencies: AgencyDirectory,
  ) {}

  async ofAll(admin: SignedIn, query: unknown): Promise<Page> {
    const { value, errors } = readForm(RoutingTrialForm, query);
    const listed = (await this.rules.all()).filter(({ rule }) => rule.active || value.off);
    const trial = await this.run(listed, admin, errors.n ? null : (value.n ??= USUAL));
    return allTrialPage({ form: value, errors, listed, trial, agencies: await this.agencies.all() });
  }

  /** The rule among those that are on, in its place. */
  async ofOne(rule: RoutingRule, admin: SignedIn, query: unknown): Promise<Page> {
    const { value, errors } = readForm(RoutingTrialForm, query);
    const listed = (await this.rules.all()).filter((one) => one.rule.active || one.rule.id === rule.id);
    const trial = await this.run(listed, admin, errors.n ? null : (value.n ??= USUAL));
    const names = await this.rules.namesFor([rule]);
    return ruleTrialPage(rule, names, {
      form: value,
      errors,
      listed,
      trial,
      agencies: await this.agencies.all(),
    });
  }

  private run(listed: readonly ListedRule[], admin: SignedIn, most: number | null): Promise<Trial> {
    const reach = { tops: topsOf(admin), staffId: admin.staffId, most: most ?? USUAL };
    return this.trials.on(listed.flatMap(tried), reach);
  }
}

/** A rule without an agency is skipped, on trial as in earnest. */
function tried({ rule, target }: ListedRule): TriedRule[] {
  if (target.agency === null) return [];
  const { id, procedureId, fieldId, subject, place, words, everythingElse } = rule;
  return [{ id, procedureId, fieldId, subject, place, words, everythingElse, targetId: target.agency.id }];
}
