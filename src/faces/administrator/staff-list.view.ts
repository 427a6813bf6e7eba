import { ROLES } from '../../accounts/role.js';
import type { StaffRow } from '../../accounts/staff.query.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { NewStaffForm } from './new-staff.form.js';

/** More are found by searching, not by paging. */
export const SHOWN = 100;

export const roleOptions = ROLES.map((role) => ({
  value: role,
  label: `accounts.role.${role}`,
  hint: `accounts.roleHint.${role}`,
}));

/** @param rows up to one more than are shown, which says that there are more. */
export function staffListPage(rows: readonly StaffRow[], question: string): Page {
  const people = rows.slice(0, SHOWN).map((row) => ({
    ...row,
    href: paths.staffMember.to({ id: row.id }),
    roles: [...new Set(row.grants.map(({ role }) => `accounts.role.${role}`))],
  }));
  return page('administrator/staff-list', {
    title: 'administrator.staff.title',
    form: formView({ q: question }),
    people,
    more: rows.length > SHOWN,
    shown: SHOWN,
    // A fresh installation: what is still to be done.
    alone: question === '' && rows.length === 1,
  });
}

export function newStaffPage(
  form: NewStaffForm,
  errors: FieldErrors,
  agency: AgencyFinding,
  status: number,
): Page {
  return page(
    'administrator/new-staff',
    {
      title: 'administrator.newStaff.title',
      form: formView(form, errors),
      agency,
      source: paths.staffAgencies.to(),
      roleOptions,
    },
    status,
  );
}
