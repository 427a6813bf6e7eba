import {
  KINDS,
  type Kind,
  type Subject,
  SUBJECTS,
  SUBMITTER_TYPES,
  type SubmitterType,
} from '../feedback/classification.js';
import { MAX } from './submission-limits.js';
import type { Message } from '../platform/kernel/errors.js';
import { Rule } from '../platform/web/form-field.js';
import { Choice, Email, Hidden, Line, Phone, Text, Tick } from '../platform/web/form-fields.js';

/** “No procedure” and “I don't know which agency”, as the radio buttons send them. */
export const NO_PROCEDURE = 'NONE';
export const UNKNOWN_AGENCY = 'UNKNOWN';

/**
 * What a citizen sends, in the order of the page. Name, address and phone are asked for by law
 * (Đ.7 NĐ 20/2008/NĐ-CP). The same form is read at every step: the state lies in the page, not in a session.
 */
export class SubmitForm {
  @Choice({ label: 'submit.kind', values: KINDS, required: true })
  kind: Kind | '';

  @Choice({ label: 'submit.subject', values: SUBJECTS, required: true })
  subject: Subject | '';

  @Line({ label: 'submit.titleField', max: MAX.title, required: true })
  title: string;

  @Text({ label: 'submit.content', max: MAX.content, required: true })
  content: string;

  @Line({ label: 'submit.procedure', max: 40 })
  @Rule(procedureFault)
  procedureCode: string;

  /** What was typed to find the procedure. */
  @Line({ label: 'submit.procedure', max: MAX.question })
  procedureQuestion: string;

  @Line({ label: 'submit.agency', max: 40 })
  @Rule(agencyFault)
  agencyCode: string;

  @Line({ label: 'submit.agency', max: MAX.question })
  agencyQuestion: string;

  /** Where it happened. */
  @Line({ label: 'routing.submit.placeField', max: MAX.address })
  place: string;

  @Line({ label: 'routing.submit.concernedName', max: MAX.name })
  @Rule(conductFault('concernedName'))
  concernedName: string;

  @Tick({ label: 'routing.submit.aboutHead' })
  @Rule(conductFault('aboutHead'))
  aboutHead: boolean;

  @Choice({ label: 'submit.submitterType', values: SUBMITTER_TYPES, required: true })
  submitterType: SubmitterType | '';

  @Line({ label: 'submit.name', max: MAX.name, required: true })
  name: string;

  @Line({ label: 'submit.address', max: MAX.address, required: true })
  address: string;

  @Phone({ label: 'submit.phone', required: true })
  phone: string;

  @Email({ label: 'submit.email' })
  email: string;

  /** Random, made with the form: whatever is sent with it is one item. */
  @Hidden({ max: 64 })
  @Rule(({ submissionKey }: SubmitForm) =>
    /^[\w-]{32,64}$/.test(submissionKey) ? null : { key: 'submit.formExpired' },
  )
  submissionKey: string;
}

/** A question without an answer is asked again: the citizen thinks that something was chosen. */
function procedureFault({ procedureCode, procedureQuestion }: SubmitForm): Message | null {
  return procedureCode === '' && procedureQuestion !== '' ? { key: 'submit.procedureUnpicked' } : null;
}

function agencyFault({ agencyCode, agencyQuestion }: SubmitForm): Message | null {
  if (agencyCode !== '') return null;
  return { key: agencyQuestion === '' ? 'submit.agencyMissing' : 'submit.agencyUnpicked' };
}

/** A regulation is nobody's conduct: whoever names somebody is asked which of the two is meant. */
function conductFault(name: 'concernedName' | 'aboutHead'): (form: SubmitForm) => Message | null {
  return (form) =>
    form.subject === 'ADMIN_REGULATION' && Boolean(form[name]) ? { key: 'routing.submit.onlyConduct' } : null;
}

/** @returns whom it is about, as it is stored. */
export function concerned({ concernedName, aboutHead }: SubmitForm): {
  concernedName: string | null;
  aboutHead: boolean;
} {
  return { concernedName: concernedName === '' ? null : concernedName, aboutHead };
}

/** @returns the code to look up, or null where the citizen named none. */
export function chosenProcedure({ procedureCode }: SubmitForm): string | null {
  return procedureCode === '' || procedureCode === NO_PROCEDURE ? null : procedureCode;
}

/** @returns the code to look up, or null where the citizen does not know. */
export function chosenAgency({ agencyCode }: SubmitForm): string | null {
  return agencyCode === '' || agencyCode === UNKNOWN_AGENCY ? null : agencyCode;
}
