import { type Assessment, CRITERIA, type Subject } from '../../feedback/classification.js';
import { NO_PROCEDURE } from '../../directory/procedure-choice.service.js';
import type { Procedure } from '../../directory/procedure.entity.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Need, Transition } from '../../feedback/transition.js';
import { requireNeeds } from '../../feedback/needs.js';
import type { ReplyDraft, TransitionInput } from '../../feedback/transition-input.js';
import { DomainError, type Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { ActionForm } from './action.form.js';
import { besideTexts, publicationFaults } from './publication-faults.js';

/** A step's input with its agency already looked up; undefined where none was chosen. */
export interface ReadAction {
  readonly form: ActionForm;
  readonly agencyId: number | undefined;
  /** What the form's code stands for; null where it names none. */
  readonly procedure: Pick<Procedure, 'id' | 'fieldId'> | null;
}

const READ: Record<Need, (read: ReadAction, item: Feedback) => TransitionInput> = {
  reason: ({ form }) => ({ reason: form.reason }),
  refusalReason: ({ form }) => ({ refusalReason: form.refusalReason }),
  redirection: ({ form }) => ({ redirection: form.redirection }),
  question: ({ form }) => ({ question: form.question }),
  agency: ({ agencyId }) => (agencyId === undefined ? {} : { agencyId }),
  master: ({ form }) => ({ masterCode: form.masterCode }),
  // A procedure has its field; only without one is the field chosen.
  classification: ({ form, procedure }) => ({
    subject: form.subject as Subject,
    procedureId: procedure?.id ?? null,
    fieldId: procedure ? procedure.fieldId : form.fieldId,
  }),
  reply: ({ form }, item) => ({ reply: replyOf(form, item) }),
  content: ({ form }) => ({ content: form.content }),
  newContent: () => ({}),
  rating: () => ({}),
  assignee: () => ({}),
  concerned: () => ({}),
  innerDay: ({ form }) => (form.innerDay === null ? {} : { innerDay: form.innerDay }),
  part: ({ form: { partTitle: title, partContent: content, partSubject } }) => ({
    part: { title, content, subject: partSubject as Subject },
  }),
  newDay: () => ({}),
};

/** @returns what the step needs, and nothing else of the form. */
export function inputOf({ action, needs }: Transition, read: ReadAction, item: Feedback): TransitionInput {
  const own = action === 'approve' ? { document: documentOf(read.form) } : {};
  return Object.assign({}, ...needs.map((need) => READ[need](read, item)), own) as TransitionInput;
}

function documentOf({
  number,
  day,
  signatory,
}: ActionForm): Pick<ReplyDraft, 'number' | 'day' | 'signatory'> {
  return { number: number || null, day, signatory: signatory || null };
}

function replyOf(form: ActionForm, { subject }: Feedback): ReplyDraft {
  const { body, outcome } = form;
  const criteria = Object.fromEntries(CRITERIA.map((one) => [one, form[one]])) as Assessment;
  return {
    body,
    outcome,
    criteria: subject === 'ADMIN_ACT' ? null : criteria,
    ...documentOf(form),
  };
}

/** What is missing, by field of the form: the heart's own rules, asked before the step is tried. */
export function missingOf(row: Transition, read: ReadAction, item: Feedback): FieldErrors {
  const missing: Record<string, Message> = {};
  try {
    requireNeeds(row.needs, inputOf(row, read, item), item);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    Object.assign(missing, besideFields(error.fields, read.form));
  }
  if (row.needs.includes('classification')) Object.assign(missing, procedureFault(read));
  return { ...missing, ...publicationFaults(row, read.form, item) };
}

/** What was typed and stands for no procedure is not taken for “none”. */
function procedureFault({ form, procedure }: ReadAction): FieldErrors {
  const isOpen = form.procedureCode !== '' || form.procedureQuestion !== '';
  if (form.procedureCode === NO_PROCEDURE) return {};
  return isOpen && !procedure ? { procedureCode: { key: 'officer.field.procedureUnknown' } } : {};
}

/** The heart speaks of its input's members; the form calls some of them otherwise. */
export function besideFields(fields: FieldErrors, form: ActionForm): FieldErrors {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, message]) =>
      name === 'criteria'
        ? CRITERIA.filter((one) => !form[one]).map((one) => [one, message])
        : [[name === 'agencyId' ? 'agency' : besideTexts(name), message]],
    ),
  );
}
