import type { StaffRow } from '../../accounts/staff.query.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';

/** The own account: who one is here, and a form that never gets a password back. */
export function accountPage(person: StaffRow, errors: FieldErrors, status: number): Page {
  const { name, username, position, agency, grants, passwordTemporary } = person;
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
      form: formView({ current: '', next: '', again: '' }, errors),
    },
    status,
  );
}
