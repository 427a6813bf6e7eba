import type { Invitee } from '../../accounts/accept-invitation.service.js';
import type { StaffRow } from '../../accounts/staff.query.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { MAIL_LISTS, type OwnMailForm } from './own-mail.form.js';

/** A form that comes back, with what was typed into it and what is wrong. */
export interface AccountTyped {
  readonly typed?: OwnMailForm;
  readonly errors?: FieldErrors;
  readonly status?: number;
}

/** The own account: who one is here, where mail goes, how one signs in. */
export function accountPage(
  person: StaffRow & { readonly hasSecondFactor: boolean },
  { typed, errors = {}, status = 200 }: AccountTyped,
): Page {
  const { name, username, position, agency, grants, hasSecondFactor } = person;
  const { email, lists } = typed ?? { email: person.email ?? '', lists: listsOf(person) };
  const rows = [
    { label: 'accounts.own.name', value: name },
    { label: 'accounts.own.username', value: username },
    { label: 'accounts.own.position', value: position },
    { label: 'accounts.own.agency', value: agency },
  ].filter(({ value }) => value !== '');
  return page(
    'officer/account',
    {
      title: 'accounts.own.title',
      rows,
      roles: grants.map((grant) => ({ role: `accounts.role.${grant.role}`, agency: grant.agency })),
      hasSecondFactor,
      mailLists: MAIL_LISTS.map((value) => ({ value, label: `accounts.mail.${value}` })),
      form: formView({ email, lists }, errors),
    },
    status,
  );
}

/** A form that never gets a password back; with a duty before everything else it stands alone. */
export function ownPasswordPage({ duty = null }: SignedIn, errors: FieldErrors = {}, status = 200): Page {
  const form = formView({ current: '', next: '', again: '' }, errors);
  const model = { title: 'accounts.own.changeTitle', form, isDuty: duty === 'password' };
  return page('officer/account-password', model, status);
}

/** @param token stays in the form's address, where it came from. */
export function acceptPage(person: Invitee, token: string, errors: FieldErrors): Page {
  const { name, username } = person;
  const form = formView({ next: '', again: '' }, errors);
  const model = { title: 'accounts.accept.title', name, username, token, form };
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return page('officer/accept-invitation', model, status).confidential();
}

export function invitationGonePage(): Page {
  return page('officer/invitation-gone', { title: 'accounts.accept.goneTitle' }, 404).confidential();
}

function listsOf({ wantsDigest, wantsReminders }: StaffRow): string[] {
  return MAIL_LISTS.filter((list) => (list === 'digest' ? wantsDigest : wantsReminders));
}
