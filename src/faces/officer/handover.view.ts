import { formatCount } from '../../platform/kernel/ratio.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import {
  type Advice,
  type AdviceView,
  adviceView,
  type PersonOption,
  personOptions,
} from './assignee-options.view.js';
import type { HandoverForm } from './handover.form.js';
import type { HandoverStanding } from './handover.service.js';
import type { Say } from './say.js';

export interface HandoverPage extends PageModel {
  readonly givers: readonly PersonOption[];
  readonly giver: { readonly id: number; readonly name: string } | null;
  readonly count: number;
  readonly takers: readonly PersonOption[];
  readonly form: FormView;
  readonly advice: AdviceView | null;
  readonly insist: string;
}

export interface HandoverTold {
  readonly errors?: FieldErrors;
  readonly advice?: Advice;
}

/** @param me whoever looks. */
export function handoverPage(
  form: HandoverForm,
  { givers, counts, giver, items, takers }: HandoverStanding,
  me: number,
  { errors = {}, advice }: HandoverTold,
  say: Say,
): HandoverPage {
  const textOf = (id: number | null): string => (id === null ? '' : String(id));
  const open = (id: number): string =>
    say({ key: 'desk.assign.open', params: { count: formatCount(counts.get(id) ?? 0) } });
  return {
    title: 'desk.handover.title',
    givers: givers.map(({ id, name }) => ({ value: String(id), text: `${name} · ${open(id)}` })),
    giver,
    count: items.length,
    takers: personOptions(takers, me, say),
    form: formView({ from: textOf(form.from), to: textOf(form.to), reason: form.reason }, errors),
    advice: adviceView(advice ?? null),
    insist: form.insist,
  };
}
