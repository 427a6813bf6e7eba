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
  return signInPage(form, { username: { key: error.key, params: error.params } }, statusOf(error));
}

/** The page that asks for the code; what was typed is never shown again, it is good once. */
export function codePage(errors: FieldErrors = {}, status = 200): Page {
  const form = formView({ code: '' }, errors);
  return page('officer/sign-in-code', { title: 'twoStep.signIn.title', form }, status).confidential();
}

export function refusedCode(error: DomainError): Page {
  const code = error.fields['code'] ?? { key: error.key, params: error.params };
  return codePage({ code }, statusOf(error));
}

function statusOf({ kind }: DomainError): number {
  return kind === 'too-many' ? 429 : kind === 'unavailable' ? 503 : 422;
}
