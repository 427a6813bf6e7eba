import { Rule } from '../../platform/web/form-field.js';
import { Secret } from '../../platform/web/form-fields.js';

export class ChangePasswordForm {
  @Secret({ label: 'accounts.own.current', max: 1_000, required: true }) current: string;
  @Secret({ label: 'accounts.own.next', max: 1_000, required: true }) next: string;
  @Secret({ label: 'accounts.own.again', max: 1_000, required: true })
  @Rule(({ next, again }: ChangePasswordForm) =>
    next === again ? null : { key: 'accounts.password.different' },
  )
  again: string;
}
