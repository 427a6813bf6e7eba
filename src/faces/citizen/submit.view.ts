import { KINDS, SUBJECTS, SUBMITTER_TYPES } from '../../feedback/classification.js';
import { MAX } from '../../intake/submission-limits.js';
import type { Staged } from '../../intake/staged-uploads.service.js';
import type { Message } from '../../platform/kernel/errors.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { RoutingNote } from './submit-routing.view.js';
import { NO_PROCEDURE, type SubmitForm, UNKNOWN_AGENCY } from '../../intake/submit.form.js';

/** One answer to a search, as the combobox prints it. */
export interface Hit {
  readonly value: string;
  readonly text: string;
  readonly detail?: string;
}

/** What was found for one of the two questions. */
export interface Finding {
  /** What the form's code stands for; null where it names nothing. */
  readonly chosen: Hit | null;
  readonly results: readonly Hit[];
  /** Whether the results answer a question that was just asked. */
  readonly searched: boolean;
}

export interface Findings {
  readonly procedure: Finding;
  readonly agency: Finding;
}

/** A page's model; its members are what its template prints. */
export type Model = PageModel & Readonly<Record<string, unknown>>;

export type StepName = 'write' | 'check' | 'done';
const STEPS: readonly StepName[] = ['write', 'check', 'done'];

/** @returns the three steps with the current one marked, for the component `steps`. */
export function stepsAt(current: StepName): { label: string; state: string }[] {
  const at = STEPS.indexOf(current);
  return STEPS.map((step, index) => ({
    label: `submit.steps.${step}`,
    state: index < at ? 'done' : index === at ? 'current' : 'next',
  }));
}

/** The page on which everything is written. */
export function submitPage(form: SubmitForm, errors: FieldErrors, findings: Findings): Model {
  return {
    title: 'submit.title',
    steps: stepsAt('write'),
    form: shownForm(form, errors),
    kinds: KINDS.map((kind) => ({
      value: kind,
      label: `feedback.kind.${kind}`,
      hint: `submit.kindHint.${kind}`,
    })),
    subjects: SUBJECTS.map((subject) => ({
      value: subject,
      label: `submit.subjectOption.${subject}.label`,
      hint: `submit.subjectOption.${subject}.hint`,
    })),
    submitterTypes: SUBMITTER_TYPES.map((type) => ({ value: type, label: `feedback.submitterType.${type}` })),
    procedure: withoutChosen(findings.procedure),
    agency: withoutChosen(findings.agency),
    noProcedure: { value: NO_PROCEDURE, checked: form.procedureCode === NO_PROCEDURE },
    unknownAgency: { value: UNKNOWN_AGENCY, checked: form.agencyCode === UNKNOWN_AGENCY },
    limits: MAX,
    conductOpen: [form.concernedName, form.aboutHead, errors.concernedName, errors.aboutHead].some(Boolean),
  };
}

/** One fact on the check page; `field` is where “Sửa” leads. */
export interface CheckRow {
  readonly label: string;
  readonly field: string;
  readonly value?: string;
  /** A message key, where the value is one of ours. */
  readonly key?: string;
}

export interface Checked {
  readonly procedure: Hit | null;
  /** The agency that takes it in: the chosen one, or the one for whatever is not addressed. */
  readonly intakeAgency: Hit;
  /** By when it would be answered if it were sent today. */
  readonly due: string;
  /** Where it goes, and why; null where that is what was chosen. */
  readonly routing: RoutingNote | null;
  /** The code of the agency that takes it in, to be held against at the moment of sending. */
  readonly sentTo: string;
}

/** The last look: every fact with its way back, and the whole form in hidden fields. */
export function checkPage(
  form: SubmitForm,
  { procedure, intakeAgency, due, routing, sentTo }: Checked,
  staged: readonly Pick<Staged, 'name' | 'token'>[] = [],
): Model {
  const rows: CheckRow[] = [
    { label: 'tracking.item.kind', field: 'kind', key: `feedback.kind.${form.kind}` },
    { label: 'tracking.item.subject', field: 'subject', key: `submit.subjectOption.${form.subject}.label` },
    { label: 'submit.titleField', field: 'title', value: form.title },
    { label: 'submit.content', field: 'content', value: form.content },
    {
      label: 'submit.procedure',
      field: 'procedureCode',
      ...(procedure ? { value: textOf(procedure) } : { key: 'submit.procedureNoneChosen' }),
    },
    { label: 'submit.intakeAgency', field: 'agencyCode', value: textOf(intakeAgency) },
    ...conductRows(form),
    {
      label: 'submit.submitterType',
      field: 'submitterType',
      key: `feedback.submitterType.${form.submitterType}`,
    },
    { label: 'submit.name', field: 'name', value: form.name },
    { label: 'submit.address', field: 'address', value: form.address },
    { label: 'submit.phone', field: 'phone', value: form.phone },
    {
      label: 'submit.email',
      field: 'email',
      ...(form.email === '' ? { key: 'submit.check.none' } : { value: form.email }),
    },
    {
      label: 'files.label',
      field: 'files',
      ...(staged.length === 0
        ? { key: 'submit.check.none' }
        : { value: staged.map(({ name }) => name).join('\n') }),
    },
  ];
  return {
    title: 'submit.check.title',
    steps: stepsAt('check'),
    facts: rows,
    due,
    routing,
    sentTo,
    carried: [...hiddenFields(form), ...staged.map(({ token }) => ({ name: 'files', value: token }))],
  };
}

/** The form's state as hidden inputs: nothing is kept on the server before it is sent. */
export function hiddenFields(form: SubmitForm): { name: string; value: string }[] {
  // A box that is not ticked is sent empty: any text would tick it.
  return Object.entries(form).map(([name, value]) => ({ name, value: value === false ? '' : String(value) }));
}

/** Where it happened and whom it is about, as far as that was said. */
function conductRows({ place, concernedName, aboutHead }: SubmitForm): CheckRow[] {
  const rows: (CheckRow | false)[] = [
    place !== '' && { label: 'routing.submit.placeField', field: 'place', value: place },
    concernedName !== '' && {
      label: 'routing.submit.concernedName',
      field: 'concernedName',
      value: concernedName,
    },
    aboutHead && { label: 'routing.submit.aboutHead', field: 'aboutHead', key: 'routing.submit.yes' },
  ];
  return rows.filter((row) => row !== false);
}

/** @returns the hit on one line. */
export function textOf({ text, detail }: Hit): string {
  return detail === undefined ? text : `${text} (${detail})`;
}

/** What is chosen stands above the results; twice would be two radio buttons with one value. */
function withoutChosen({ chosen, results, searched }: Finding): Finding {
  return { chosen, searched, results: results.filter((hit) => hit.value !== chosen?.value) };
}

/** Faults of the two questions stand beside the field in which they are typed; a broken key has no field to link to. */
function shownForm(
  form: SubmitForm,
  { procedureQuestion, agencyQuestion, ...errors }: FieldErrors,
): FormView {
  const placed: Record<string, Message> = { ...errors };
  if (procedureQuestion) placed.procedureCode = procedureQuestion;
  if (agencyQuestion) placed.agencyCode = agencyQuestion;
  const view = formView(form, placed);
  const summary = view.summary.map((line) => (line.name === 'submissionKey' ? { ...line, name: '' } : line));
  return { ...view, summary };
}
