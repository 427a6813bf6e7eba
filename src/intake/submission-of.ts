import { chosenAgency, chosenProcedure, concerned, type SubmitForm } from './submit.form.js';
import type { Submission } from './submit-feedback.service.js';

/** @param form without faults, so that its choices are made. */
export function submissionOf(form: SubmitForm): Submission {
  const { kind, subject, submitterType } = form;
  if (kind === '' || subject === '' || submitterType === '')
    throw new Error('a form with faults is not a submission');
  return {
    ...addressed(form),
    kind,
    subject,
    title: form.title,
    content: form.content,
    place: form.place === '' ? null : form.place,
    ...concerned(form),
    submitter: {
      type: submitterType,
      name: form.name,
      address: form.address,
      phone: form.phone,
      email: form.email === '' ? null : form.email,
    },
    channel: 'WEB',
    submissionKey: form.submissionKey,
  };
}

/** @returns what the form's two questions name, as codes. */
export function addressed(form: SubmitForm): { procedureCode: string | null; agencyCode: string | null } {
  return { procedureCode: textOrNull(chosenProcedure(form)), agencyCode: textOrNull(chosenAgency(form)) };
}

/** A field at fault may hold anything that was sent; only text is looked up. */
function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
