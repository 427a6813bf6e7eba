import type { DomainError } from '../../platform/kernel/errors.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';

/** What of the form may be shown again: never the password. */
interface Shown {
  readonly username: string;
  readonly tiep: string;
}

export function signInPage({ username, tiep }: Shown, errors: FieldErrors = {}, status = 200): Page {
  const form = formView({ username, password: '', tiep }, errors);
  return page('officer/sign-in', { title: 'accounts.signIn.title', form, tiep }, status);
}

/** One answer for an unknown name, a wrong password and a suspended account; beside the name, as it says nothing of either. */
export function refusedSignIn(form: Shown, error: DomainError): Page {
  const status = error.kind === 'too-many' ? 429 : error.kind === 'unavailable' ? 503 : 422;
  return signInPage(form, { username: { key: error.key, params: error.params } }, status);
}
