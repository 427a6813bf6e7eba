import { ROLES } from '../../accounts/role.js';
import { Choices, Email, Line } from '../../platform/web/form-fields.js';

export class InviteForm {
  @Line({ label: 'administrator.newStaff.name', max: 200, required: true }) name: string;
  @Line({ label: 'administrator.newStaff.username', max: 40, required: true }) username: string;
  @Line({ label: 'administrator.newStaff.position', max: 200 }) position: string;
  @Email({ label: 'accounts.email.label', required: true }) email: string;
  /** What was typed to find the agency. */
  @Line({ label: 'administrator.newStaff.agency', max: 200 }) question: string;
  /** The agency's code. */
  @Line({ label: 'administrator.newStaff.agency', max: 40, required: true }) agency: string;
  @Choices({ label: 'administrator.newStaff.roles', values: ROLES, required: true }) roles: string[];
  /** What was typed to find where the roles hold, and its code; empty for where the person works. */
  @Line({ label: 'accounts.invite.scope', max: 200 }) scopeQuestion: string;
  @Line({ label: 'accounts.invite.scope', max: 40 }) scope: string;
}
