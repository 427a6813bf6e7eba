import { CONTACT_ROLES } from '../../feedback/contact-policy.js';
import type { Erasure } from '../../feedback/erasure.entity.js';
import { ENDED, type Ended } from '../../feedback/retention.js';
import { formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { PersonalDataForm } from './personal-data.form.js';

/** One certificate in the list of the latest. */
export interface ActRow extends Pick<Erasure, 'act' | 'rule' | 'at'> {
  readonly items: number;
}

type Counts = Readonly<Record<Ended, number>>;

export interface PersonalDataSituation {
  readonly form: PersonalDataForm;
  readonly errors: FieldErrors;
  /** What the rule in force would erase at this moment. */
  readonly now: Counts;
  /** What the typed one would; null where nothing is tried. */
  readonly tried: Counts | null;
  /** Requests of submitters that wait. */
  readonly waiting: number;
  readonly acts: readonly ActRow[];
}

const sum = (counts: Counts): number => ENDED.reduce((all, state) => all + counts[state], 0);

export function personalDataPage(situation: PersonalDataSituation): PageModel {
  const { form, errors, now, tried, waiting, acts } = situation;
  return {
    title: 'privacy.admin.title',
    form: formView(form, errors),
    find: formView({ phone: '', email: '' }),
    kept: ENDED.map((state) => ({
      name: state,
      label: `privacy.page.kept.${state}`,
      now: now[state],
      tried: tried && tried[state],
    })),
    roles: CONTACT_ROLES.map((value) => ({ value, label: `accounts.role.${value}` })),
    nowAll: sum(now),
    tried: tried && { all: sum(tried) },
    waiting,
    acts: acts.map(({ act, rule, at, items }) => ({
      ...{ act, at, items },
      rule: `privacy.rule.${rule}`,
      href: paths.erasureProof.to({ act }),
    })),
  };
}
