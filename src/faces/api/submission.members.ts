import { NO_PROCEDURE, SubmitForm, UNKNOWN_AGENCY } from '../../intake/submit.form.js';
import { LONGEST_EXTERNAL_NUMBER } from '../../intake/submit-for-partner.service.js';
import { Line } from '../../platform/web/form-fields.js';
import { type Members, readMembers } from './read-members.js';

/** The citizens' form, and what only programs send. */
class ApiSubmitForm extends SubmitForm {
  @Line({ label: 'api.member.fieldCode', max: 200 })
  fieldCode: string;

  @Line({ label: 'api.member.externalNumber', max: LONGEST_EXTERNAL_NUMBER })
  externalNumber: string;
}

const MEMBERS: Members = {
  kind: { as: 'kind', kind: 'choice' },
  subject: { as: 'subject', kind: 'choice' },
  title: { as: 'title', kind: 'text' },
  content: { as: 'content', kind: 'text' },
  procedureCode: { as: 'procedureCode', kind: 'text' },
  fieldCode: { as: 'fieldCode', kind: 'text' },
  agencyCode: { as: 'agencyCode', kind: 'text' },
  place: { as: 'place', kind: 'text' },
  concernedName: { as: 'concernedName', kind: 'text' },
  aboutHead: { as: 'aboutHead', kind: 'flag' },
  'submitter.type': { as: 'submitterType', kind: 'choice' },
  'submitter.name': { as: 'name', kind: 'text' },
  'submitter.address': { as: 'address', kind: 'text' },
  'submitter.phone': { as: 'phone', kind: 'text' },
  'submitter.email': { as: 'email', kind: 'text' },
};
/** What only a partner knows. */
const OF_PARTNERS: Members = { ...MEMBERS, externalNumber: { as: 'externalNumber', kind: 'text' } };

/** Made by the door itself, and good for the form's rule; never stored. */
const KEY_OF_NO_FORM = '-'.repeat(32);

/** A submission of a program, read. */
export interface SentSubmission {
  readonly form: SubmitForm;
  readonly fieldCode: string | null;
  readonly externalNumber: string | null;
}

/** @throws as `readMembers`. A member left out of what the page asks as a choice is “none” or “I don't know”. */
export function readSubmission(
  body: unknown,
  { isForm, isPartner }: { readonly isForm: boolean; readonly isPartner: boolean },
): SentSubmission {
  const members = isPartner ? OF_PARTNERS : MEMBERS;
  const given = { submissionKey: KEY_OF_NO_FORM, agencyCode: UNKNOWN_AGENCY };
  const form = readMembers(ApiSubmitForm, members, body, { isForm, given });
  if (form.procedureCode === '') form.procedureCode = NO_PROCEDURE;
  return { form, fieldCode: form.fieldCode || null, externalNumber: form.externalNumber || null };
}
