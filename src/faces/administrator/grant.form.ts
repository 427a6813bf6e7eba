import { type Role, ROLES } from '../../accounts/role.js';
import { Choice, Line } from '../../platform/web/form-fields.js';

/** One role at one agency, to be given or taken away. */
export class GrantForm {
  @Choice({ label: 'administrator.member.role', values: ROLES, required: true }) role: Role;
  /** What was typed to find the agency. */
  @Line({ label: 'administrator.member.agency', max: 200 }) question: string;
  /** The agency's code. */
  @Line({ label: 'administrator.member.agency', max: 40, required: true }) agency: string;
}
