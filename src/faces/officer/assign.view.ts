import type { Message } from '../../platform/kernel/errors.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { AssignStanding } from './assign-desk.service.js';
import type { AssignForm } from './assign.form.js';
import {
  type Advice,
  type AdviceView,
  adviceView,
  type PersonOption,
  personOptions,
} from './assignee-options.view.js';
import type { Say } from './say.js';

/** What there is to say about what was sent. */
export interface AssignTold {
  readonly errors?: FieldErrors;
  readonly advice?: Advice;
  /** Somebody else has changed the item meanwhile. */
  readonly stale?: boolean;
}

export interface AssignPage extends PageModel {
  readonly code: string;
  readonly itemTitle: string;
  readonly agency: string;
  readonly current: string | null;
  readonly version: number;
  readonly address: string;
  readonly back: string;
  readonly people: readonly PersonOption[];
  readonly form: FormView;
  readonly closed: Message | null;
  readonly stale: boolean;
  readonly advice: AdviceView | null;
  readonly insist: string;
}

/** @param me whoever looks: the first to be offered. */
export function assignPage(
  { item, people, closed }: AssignStanding,
  form: AssignForm,
  me: number,
  { errors = {}, advice, stale = false }: AssignTold,
  say: Say,
): AssignPage {
  const { assignee, reason, insist } = form;
  const chosen = assignee === null ? '' : String(assignee);
  return {
    title: 'lifecycle.action.assign',
    code: item.code,
    itemTitle: item.title,
    agency: item.handlingAgency.name,
    current: people.find(({ id }) => id === item.assigneeId)?.name ?? null,
    version: item.version,
    address: paths.officerAction.to({ code: item.code, action: 'assign' }),
    back: paths.officerItem.to({ code: item.code }),
    people: personOptions(
      people.filter(({ id }) => id !== item.assigneeId),
      me,
      say,
    ),
    form: formView({ assignee: chosen, reason }, errors),
    closed,
    stale,
    advice: adviceView(advice ?? null),
    insist,
  };
}
