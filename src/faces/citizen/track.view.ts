import type { Action } from '../../feedback/transition.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { CitizenItem } from '../../tracking/citizen-item.query.js';
import type { Model } from './submit.view.js';
import type { AnyStepForm } from '../../tracking/step.form.js';
import { DRAFTED } from './track.form.js';

/** What a citizen can do to the own item. */
export type StepName = 'supplement' | 'reopen' | 'rate' | 'withdraw';

/** What the lifecycle calls it. */
export const ACTION_OF: Readonly<Record<StepName, Action>> = {
  supplement: 'supplement',
  reopen: 'askReopen',
  rate: 'rate',
  withdraw: 'withdraw',
};

/** The page that asks for code and PIN. The PIN is never printed back. */
export function trackPage(form: FormView, notice: string | null = null): Model {
  const { code, draftFor, draft } = form.values;
  return {
    title: 'tracking.title',
    form: { ...form, values: { code, pin: '', draftFor, draft } },
    reminder: notice,
  };
}

/**
 * The item closed while the citizen was doing something: code and PIN are asked for, what was written is carried along.
 * @param other whether another item has been opened in another tab.
 */
export function reopenedPage(
  step: StepName,
  form: AnyStepForm,
  other: boolean,
  files: readonly string[] = [],
): Model {
  const drafted = DRAFTED.find((name) => name === step) ?? '';
  const draft = 'content' in form ? form.content : '';
  const values = { code: form.code, pin: '', draftFor: drafted, draft };
  const notice = other ? 'tracking.otherItem' : 'tracking.expired';
  return { ...trackPage(formView(values), notice), files };
}

/** The last question before an item is withdrawn. */
export function withdrawPage({ item }: CitizenItem, form: FormView): Model {
  return {
    title: 'tracking.withdraw.heading',
    code: item.code,
    version: item.version,
    form,
  };
}
