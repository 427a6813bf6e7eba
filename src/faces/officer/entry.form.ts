import {
  type Channel,
  type Kind,
  KINDS,
  type Subject,
  SUBJECTS,
  SUBMITTER_TYPES,
  type SubmitterType,
  URGENCIES,
  type Urgency,
} from '../../feedback/classification.js';
import { STAFF_CHANNELS } from '../../intake/enter-by-staff.service.js';
import { MAX } from '../../intake/submission-limits.js';
import type { Message } from '../../platform/kernel/errors.js';
import { Rule } from '../../platform/web/form-field.js';
import { Choice, DayField, Email, Hidden, Line, Phone, Text, Tick } from '../../platform/web/form-fields.js';

/** What an officer keys in for somebody, in the order of the page. */
export class EntryForm {
  @Choice({ label: 'staffEntry.channel', values: STAFF_CHANNELS, required: true })
  channel: Channel | '';

  @DayField({ label: 'staffEntry.receivedDay', required: true })
  receivedDay: string | null;

  @Choice({ label: 'staffEntry.urgency', values: URGENCIES, required: true })
  urgency: Urgency | '';

  @Choice({ label: 'staffEntry.kind', values: KINDS, required: true })
  kind: Kind | '';

  @Choice({ label: 'staffEntry.subject', values: SUBJECTS, required: true })
  subject: Subject | '';

  @Line({ label: 'staffEntry.titleField', max: MAX.title, required: true })
  title: string;

  @Text({ label: 'staffEntry.content', max: MAX.content, required: true })
  content: string;

  @Line({ label: 'staffEntry.place', max: MAX.address })
  place: string;

  @Line({ label: 'staffEntry.concernedName', max: MAX.name })
  @Rule((form: EntryForm) => conductFault(form, 'concernedName'))
  concernedName: string;

  @Tick({ label: 'staffEntry.aboutHead' })
  @Rule((form: EntryForm) => conductFault(form, 'aboutHead'))
  aboutHead: boolean;

  @Line({ label: 'staffEntry.procedure', max: 40 })
  @Rule(({ procedureCode, procedureQuestion }: EntryForm) =>
    procedureCode === '' && procedureQuestion !== '' ? { key: 'staffEntry.unpicked' } : null,
  )
  procedureCode: string;

  @Line({ label: 'staffEntry.procedure', max: MAX.question })
  procedureQuestion: string;

  /** Where it is taken in. */
  @Line({ label: 'staffEntry.agency', max: 40, required: true })
  agencyCode: string;

  @Line({ label: 'staffEntry.agency', max: MAX.question })
  agencyQuestion: string;

  @Choice({ label: 'staffEntry.submitterType', values: SUBMITTER_TYPES, required: true })
  submitterType: SubmitterType | '';

  @Line({ label: 'staffEntry.name', max: MAX.name })
  @Rule((form: EntryForm) => identityFault(form, 'name'))
  name: string;

  @Line({ label: 'staffEntry.address', max: MAX.address })
  @Rule((form: EntryForm) => identityFault(form, 'address'))
  address: string;

  @Phone({ label: 'staffEntry.phone' })
  phone: string;

  @Email({ label: 'staffEntry.email' })
  email: string;

  /** The submitter did not say who it is: it is entered all the same, to be refused with the reason. */
  @Tick({ label: 'staffEntry.incomplete' })
  incomplete: boolean;

  @Tick({ label: 'staffEntry.booked' })
  @Rule(({ booked, incomplete }: EntryForm) =>
    booked && incomplete ? { key: 'staffEntry.bookedIncomplete' } : null,
  )
  booked: boolean;

  /** Codes of possible duplicates that were shown, so that “store all the same” means those. */
  @Hidden({ max: 400 })
  seen: string;

  /** Random, made with the form: whatever is sent with it is one item. */
  @Hidden({ max: 64 })
  @Rule(({ submissionKey }: EntryForm) =>
    /^[\w-]{32,64}$/.test(submissionKey) ? null : { key: 'staffEntry.formExpired' },
  )
  submissionKey: string;
}

/**
 * Đ.7 NĐ 20/2008/NĐ-CP asks for name, address, and a telephone number or a postal address: with an address the number
 * may be missing.
 */
function identityFault(form: EntryForm, field: 'name' | 'address'): Message | null {
  return form[field] !== '' || form.incomplete ? null : { key: `staffEntry.missing.${field}` };
}

/** A regulation is nobody's conduct. */
function conductFault(form: EntryForm, field: 'concernedName' | 'aboutHead'): Message | null {
  return form.subject === 'ADMIN_REGULATION' && Boolean(form[field])
    ? { key: 'routing.submit.onlyConduct' }
    : null;
}
