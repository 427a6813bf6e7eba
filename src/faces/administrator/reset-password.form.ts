import { Line } from '../../platform/web/form-fields.js';

export class ResetPasswordForm {
  /** No secret to the one who fills this in: it is handed over and replaced. */
  @Line({ label: 'administrator.newStaff.password', max: 1_000, required: true }) password: string;
}
