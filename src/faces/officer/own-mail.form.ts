import { Choices, Email } from '../../platform/web/form-fields.js';

export const MAIL_LISTS = ['digest', 'reminders'] as const;

/** Where the own work mail goes, and what of it is wanted beside what is owed. */
export class OwnMailForm {
  @Email({ label: 'accounts.email.label' }) email: string;
  @Choices({ label: 'accounts.mail.lists', values: MAIL_LISTS }) lists: string[];
}
