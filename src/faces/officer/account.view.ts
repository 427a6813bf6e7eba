import type { StaffRow } from '../../accounts/staff.query.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { MAIL_LISTS, type OwnMailForm } from './own-mail.form.js';

/** A form that comes back, with what was typed into it and what is wrong. */
export interface AccountTyped {
  readonly typed?: OwnMailForm;
  readonly errors?: FieldErrors;
  readonly status?: number;
}

/** The own account: who one is here, where mail goes, and a form that never gets a password back. */
export function accountPage(person: StaffRow, { typed, errors = {}, status = 200 }: AccountTyped): Page {
  const { name, username, position, agency, grants, passwordTemporary } = person;
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
      passwordTemporary,
      mailLists: MAIL_LISTS.map((value) => ({ value, label: `accounts.mail.${value}` })),
      form: formView({ email, lists, current: '', next: '', again: '' }, errors),
    },
    status,
  );
}

function listsOf({ wantsDigest, wantsReminders }: StaffRow): string[] {
  return MAIL_LISTS.filter((list) => (list === 'digest' ? wantsDigest : wantsReminders));
}
