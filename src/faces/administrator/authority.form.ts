import { LONGEST_NAME } from '../../platform/installation/authority-identity.js';
import { Email, Line, Phone } from '../../platform/web/form-fields.js';

/** How the authority calls itself, and how the public reaches it. Its mark comes as a file of the same form. */
export class IdentityForm {
  @Line({ label: 'authority.name', max: LONGEST_NAME }) name: string;
  @Line({ label: 'authority.address', max: 300 }) address: string;
  @Phone({ label: 'authority.site.phone' }) phone: string;
  @Email({ label: 'authority.site.email' }) email: string;
}

/** What printed papers say where the authority words it itself. */
export class HeadingForm {
  /** What was typed to find the agency. */
  @Line({ label: 'authority.heading.of', max: 200 }) question: string;
  /** The agency's code; '' for all agencies. */
  @Line({ label: 'authority.heading.of', max: 40 }) agency: string;
  @Line({ label: 'authority.heading.superior', max: 200 }) superior: string;
  @Line({ label: 'authority.heading.agency', max: 200 }) office: string;
  @Line({ label: 'authority.heading.place', max: 80 }) place: string;
  @Line({ label: 'authority.heading.signatory', max: 120 }) signatory: string;
}
