import { Line, Tick } from '../../platform/web/form-fields.js';

/** Where a person goes on working. */
export class StaffMoveForm {
  /** What was typed to find the agency. */
  @Line({ label: 'accounts.move.agency', max: 200 }) question: string;
  /** The agency's code. */
  @Line({ label: 'accounts.move.agency', max: 40, required: true }) agency: string;
  @Tick({ label: 'accounts.move.withRoles' }) withRoles: boolean;
}
