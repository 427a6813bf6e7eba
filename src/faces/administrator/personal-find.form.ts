import type { Message } from '../../platform/kernel/errors.js';
import { Choice, Email, Hidden, Line, Phone, Tick } from '../../platform/web/form-fields.js';
import { Rule } from '../../platform/web/form-field.js';

/** Why a person's data are erased by decision; nothing else is a reason. */
export const ERASURE_REASONS = ['SUBJECT_REQUEST', 'CONSENT_WITHDRAWN', 'UNLAWFUL', 'AUTHORITY'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** Whose data: the number or mailbox exactly, which the person has shown to be the own. */
export class PersonalFindForm {
  @Phone({ label: 'privacy.admin.phone' })
  @Rule(oneOfBoth)
  phone: string;

  @Email({ label: 'privacy.admin.email' })
  email: string;
}

function oneOfBoth({ phone, email }: PersonalFindForm): Message | null {
  return phone === '' && email === '' ? { key: 'privacy.admin.oneOfBoth' } : null;
}

/** The decision, on the page that asks once more. */
export class PersonalEraseForm extends PersonalFindForm {
  /** Empty where the page is opened, `do` where it is sent. */
  @Hidden({ max: 2 })
  step: string;

  @Choice({ label: 'privacy.proof.rule', values: ERASURE_REASONS, required: true })
  reason: ErasureReason;

  /** Number and sign alone: a sentence could name the person. */
  @Line({
    label: 'privacy.admin.document',
    max: 40,
    required: true,
    pattern: /^[\p{L}\d][\p{L}\d/.-]*$/u,
    patternKey: 'privacy.admin.documentPattern',
  })
  document: string;

  @Tick({ label: 'privacy.admin.confirm', required: true })
  confirm: boolean;
}
