import type { Agency } from '../../directory/agency.entity.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { RoutingRule } from '../../routing/routing-rule.entity.js';
import type { ListedRule } from '../../routing/rule-list.query.js';
import type { RuleNames } from '../../routing/rule-reasons.js';
import type { RuleTally, Trial } from '../../routing/rule-trial.js';
import { asked } from './routing-list.view.js';
import type { RoutingTrialForm } from './routing-trial.form.js';

/** A trial and what it was asked. */
export interface TrialSituation {
  readonly form: RoutingTrialForm;
  readonly errors: FieldErrors;
  readonly listed: readonly ListedRule[];
  readonly trial: Trial;
  readonly agencies: ReadonlyMap<number, Readonly<Agency>>;
}

/** One rule's tally with names, as the template prints it. */
interface TallyView extends Pick<RuleTally, 'alone' | 'first' | 'same'> {
  readonly name: string;
  readonly href: string;
  readonly agency: string;
  readonly elsewhere: number;
  readonly places: readonly { readonly agency: string; readonly count: number }[];
  readonly examples: readonly { readonly code: string; readonly state: string; readonly agency: string }[];
}

export function ruleTrialPage(rule: RoutingRule, names: RuleNames, situation: TrialSituation): Page {
  const tally = tallies(situation).find(({ href }) => href === paths.routingRule.to({ id: rule.id }));
  return trialPage('administrator/routing-trial', situation, {
    rule: { id: rule.id, active: rule.active },
    heading: { key: 'routing.trial.ruleTitle', params: { name: rule.name } },
    asks: asked(rule, names),
    action: paths.routingRuleTrial.to({ id: rule.id }),
    tally: tally ?? null,
  });
}

export function allTrialPage(situation: TrialSituation): Page {
  return trialPage('administrator/routing-trial-all', situation, {
    tallies: tallies(situation),
    unmatched: situation.trial.unmatched,
    off: situation.form.off,
  });
}

function trialPage(
  view: string,
  { form, errors, trial }: TrialSituation,
  more: Readonly<Record<string, unknown>>,
): Page {
  const typed = formView(form, errors);
  const model = { title: 'routing.trial.title', form: typed, looked: trial.looked, ...more };
  return page(view, model, typed.failed ? 422 : 200);
}

function tallies({ listed, trial, agencies }: TrialSituation): TallyView[] {
  const nameOf = (id: number): string => agencies.get(id)?.shortName ?? '';
  return listed.flatMap(({ rule, target }) => {
    const tally = trial.rules.find(({ ruleId }) => ruleId === rule.id);
    if (!tally) return [];
    const { alone, first, same, elsewhere, examples } = tally;
    return [
      {
        name: rule.name,
        href: paths.routingRule.to({ id: rule.id }),
        agency: target.agency?.shortName ?? '',
        ...{ alone, first, same },
        elsewhere: first - same,
        places: elsewhere.map(([id, count]) => ({ agency: nameOf(id), count })),
        examples: examples.map(({ code, state, agencyId }) => ({ code, state, agency: nameOf(agencyId) })),
      },
    ];
  });
}
