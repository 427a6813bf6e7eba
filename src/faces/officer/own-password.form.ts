import { Rule } from '../../platform/web/form-field.js';
import { Secret } from '../../platform/web/form-fields.js';

/** A first password, by whoever opened an invitation. */
export class OwnPasswordForm {
  @Secret({ label: 'accounts.accept.next', max: 1_000, required: true }) next: string;
  @Secret({ label: 'accounts.accept.again', max: 1_000, required: true })
  @Rule(({ next, again }: OwnPasswordForm) =>
    next === again ? null : { key: 'accounts.password.different' },
  )
  again: string;
}
