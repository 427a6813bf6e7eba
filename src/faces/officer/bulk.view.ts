import type { Message } from '../../platform/kernel/errors.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import {
  type Advice,
  type AdviceView,
  adviceView,
  type PersonOption,
  personOptions,
} from './assignee-options.view.js';
import type { BulkResult } from './bulk-runner.service.js';
import type { BulkStanding } from './bulk-desk.service.js';
import type { BulkForm } from './bulk.form.js';
import type { Say } from './say.js';

interface ChosenView {
  readonly key: string;
  readonly code: string | null;
  readonly title: string | null;
  readonly state: string | null;
  readonly href: string | null;
  readonly why: Message | null;
}

export interface BulkPage extends PageModel {
  readonly action: string;
  readonly list: string;
  readonly back: string;
  readonly ready: readonly ChosenView[];
  readonly blocked: readonly ChosenView[];
  readonly asks: Readonly<Record<string, boolean>>;
  readonly form: FormView;
  readonly people: readonly PersonOption[];
  readonly agency: AgencyFinding | null;
  readonly source: string;
  readonly advice: AdviceView | null;
  readonly insist: string;
}

export interface BulkTold {
  readonly errors?: FieldErrors;
  readonly advice?: Advice | null;
}

export function bulkPage(
  form: BulkForm,
  standing: BulkStanding,
  me: number,
  { errors = {}, advice = null }: BulkTold,
  say: Say,
): BulkPage {
  const chosen = standing.chosen.map(({ key, item, why }) => ({
    key,
    code: item?.code ?? null,
    title: item?.title ?? null,
    state: item?.state ?? null,
    href: item && paths.officerItem.to({ code: item.code }),
    why,
  }));
  const { assignee, agencyQuestion, agency, reason, insist, list } = form;
  return {
    title: `lifecycle.action.${form.do}`,
    action: form.do,
    list,
    back: backTo(list),
    ready: chosen.filter(({ why }) => why === null),
    blocked: chosen.filter(({ why }) => why !== null),
    asks: {
      assignee: form.do === 'assign',
      agency: form.do === 'forward',
      reason: form.do === 'remind' || form.do === 'assign',
    },
    form: formView(
      { assignee: assignee === null ? '' : String(assignee), agency, agencyQuestion, reason },
      errors,
    ),
    people: personOptions(standing.people, me, say),
    agency: standing.agency,
    source: paths.officerAgencies.to(),
    advice: adviceView(advice),
    insist,
  };
}

export interface BulkResultPage extends PageModel {
  readonly heading: string;
  readonly done: number;
  readonly refused: number;
  readonly results: readonly (BulkResult & { readonly href: string | null })[];
  readonly back: string;
  readonly backLabel: string;
  readonly more: Message | null;
}

/** @param heading key of the step's name. @param more what is still to be said, where that was not all. */
export function bulkResultPage(
  heading: string,
  results: readonly BulkResult[],
  back: { readonly href: string; readonly label: string },
  more: Message | null = null,
): BulkResultPage {
  const done = results.filter((one) => one.done).length;
  return {
    title: 'desk.bulk.resultTitle',
    heading,
    done,
    refused: results.length - done,
    results: results.map((one) => ({
      ...one,
      href: one.code === null ? null : paths.officerItem.to({ code: one.code }),
    })),
    back: back.href,
    backLabel: back.label,
    more,
  };
}

/** @param list the query of a list's address, made by `queryOf`. */
export function backTo(list: string): string {
  return list === '' ? paths.officerQueue.to() : `${paths.officerQueue.to()}?${list}`;
}
