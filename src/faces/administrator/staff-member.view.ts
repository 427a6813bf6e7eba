import type { StaffRow } from '../../accounts/staff.query.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { GrantForm } from './grant.form.js';
import { roleOptions } from './staff-list.view.js';

export function memberPage(
  person: StaffRow,
  form: GrantForm,
  errors: FieldErrors,
  agency: AgencyFinding,
  status: number,
): Page {
  return page(
    'administrator/staff-member',
    {
      title: 'administrator.member.title',
      person,
      rows: rowsOf(person),
      grants: person.grants.map((grant) => ({ ...grant, label: `accounts.role.${grant.role}` })),
      form: formView(form, errors),
      // Most roles are given where the person works.
      agency: {
        ...agency,
        chosen: agency.chosen ?? (form.question === '' && form.agency === '' ? ownAgency(person) : null),
      },
      source: paths.staffAgencies.to(),
      roleOptions,
    },
    status,
  );
}

export function passwordPage(
  person: StaffRow,
  password: string,
  errors: FieldErrors = {},
  status = 200,
): Page {
  return page(
    'administrator/staff-password',
    {
      title: 'administrator.member.passwordTitle',
      person,
      rows: rowsOf(person),
      form: formView({ password }, errors),
    },
    status,
  );
}

export function mailPage(person: StaffRow, email: string, errors: FieldErrors = {}, status = 200): Page {
  const form = formView({ email }, errors);
  return page('administrator/staff-mail', { title: 'administrator.member.mailTitle', person, form }, status);
}

export function memberRedirect(id: number, key: string): Redirect {
  return redirect(paths.staffMember.to({ id }), { tone: 'success', key });
}

function rowsOf({ name, username, position, agency, email }: StaffRow): { label: string; value: string }[] {
  return [
    { label: 'administrator.staff.name', value: name },
    { label: 'administrator.staff.username', value: username },
    { label: 'administrator.staff.position', value: position },
    { label: 'administrator.staff.agency', value: agency },
    { label: 'accounts.email.label', value: email ?? '' },
  ].filter(({ value }) => value !== '');
}

function ownAgency({ agency, agencyCode }: StaffRow): { value: string; text: string; detail: string } {
  return { value: agencyCode, text: agency, detail: agencyCode };
}
