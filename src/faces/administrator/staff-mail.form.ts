import { Email } from '../../platform/web/form-fields.js';

export class StaffMailForm {
  @Email({ label: 'accounts.email.label' }) email: string;
}
