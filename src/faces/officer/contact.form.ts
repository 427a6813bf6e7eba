import { LOOK_PURPOSES, type LookPurpose } from '../../feedback/contact-policy.js';
import { Choice } from '../../platform/web/form-fields.js';

/** Why somebody asks for contact data. Only the code is kept: a note could hold the very data it speaks of. */
export class ContactForm {
  @Choice({ label: 'privacy.contact.purpose', values: LOOK_PURPOSES, required: true })
  purpose: LookPurpose;
}
