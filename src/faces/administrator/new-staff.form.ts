import { ROLES } from '../../accounts/role.js';
import { Choices, Email, Line } from '../../platform/web/form-fields.js';

export class NewStaffForm {
  @Line({ label: 'administrator.newStaff.name', max: 200, required: true }) name: string;
  @Line({ label: 'administrator.newStaff.username', max: 40, required: true }) username: string;
  @Line({ label: 'administrator.newStaff.position', max: 200 }) position: string;
  @Email({ label: 'accounts.email.label' }) email: string;
  /** What was typed to find the agency. */
  @Line({ label: 'administrator.newStaff.agency', max: 200 }) question: string;
  /** The agency's code. */
  @Line({ label: 'administrator.newStaff.agency', max: 40, required: true }) agency: string;
  @Choices({ label: 'administrator.newStaff.roles', values: ROLES, required: true }) roles: string[];
  /** Shown and not a secret to the one who fills this in: it is handed over and replaced. */
  @Line({ label: 'administrator.newStaff.password', max: 1_000, required: true }) password: string;
}
