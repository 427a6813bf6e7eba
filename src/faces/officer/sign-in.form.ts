import { Hidden, Line, Secret } from '../../platform/web/form-fields.js';

export class SignInForm {
  @Line({ label: 'accounts.signIn.username', max: 100, required: true }) username: string;
  @Secret({ label: 'accounts.signIn.password', max: 1_000, required: true }) password: string;
  /** Where to go on, taken only when it is a path of our own. */
  @Hidden({ max: 1_000 }) tiep: string;
}
