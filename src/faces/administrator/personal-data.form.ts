import { CONTACT_ROLES, type ContactRole } from '../../feedback/contact-policy.js';
import { ENDED, type Ended, REQUEST_DAYS, type Retention, YEARS } from '../../feedback/retention.js';
import { Choices, Whole } from '../../platform/web/form-fields.js';

/** How long personal data are kept, by where an item ended, and who may look at contact data. */
export class PersonalDataForm implements Record<Ended, number> {
  @Whole({ label: 'privacy.page.kept.CLOSED', ...YEARS, required: true })
  CLOSED: number;

  @Whole({ label: 'privacy.page.kept.REFUSED', ...YEARS, required: true })
  REFUSED: number;

  @Whole({ label: 'privacy.page.kept.REDIRECTED', ...YEARS, required: true })
  REDIRECTED: number;

  @Whole({ label: 'privacy.page.kept.WITHDRAWN', ...YEARS, required: true })
  WITHDRAWN: number;

  @Whole({ label: 'privacy.page.kept.MERGED', ...YEARS, required: true })
  MERGED: number;

  @Whole({ label: 'privacy.admin.requestDays', ...REQUEST_DAYS, required: true })
  requestDays: number;

  @Choices({ label: 'privacy.admin.roles', values: CONTACT_ROLES, required: true })
  roles: ContactRole[];
}

/** @returns the form as it begins: what is in force. */
export function formOf({ years, requestDays }: Retention, roles: readonly ContactRole[]): PersonalDataForm {
  return { ...years, requestDays, roles: [...roles] };
}

/** @param form without faults */
export function retentionOf(form: PersonalDataForm): Retention {
  const years = Object.fromEntries(ENDED.map((state) => [state, form[state]])) as Record<Ended, number>;
  return { years, requestDays: form.requestDays };
}
