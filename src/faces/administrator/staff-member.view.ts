import type { StaffRow } from '../../accounts/staff.query.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { GrantForm } from './grant.form.js';
import { roleOptions } from './staff-list.view.js';
import type { StaffMoveForm } from './staff-move.form.js';
import type { StaffStanding } from './staff-standing.query.js';

export function memberPage(
  person: StaffRow & StaffStanding,
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

/** Rotation of posts. person.openItems: the work that stays behind. */
export function movePage(
  person: StaffRow & { readonly openItems: number },
  form: StaffMoveForm,
  errors: FieldErrors,
  agency: AgencyFinding,
): Page {
  const model = {
    title: 'accounts.move.title',
    person,
    rows: rowsOf(person),
    form: formView(form, errors),
    agency,
    source: paths.staffAgencies.to(),
  };
  return page('administrator/staff-move', model, Object.keys(errors).length > 0 ? 422 : 200);
}

export function mailPage(person: StaffRow, email: string, errors: FieldErrors = {}, status = 200): Page {
  const form = formView({ email }, errors);
  return page('administrator/staff-mail', { title: 'administrator.member.mailTitle', person, form }, status);
}

export function memberRedirect(id: number, key: string): Redirect {
  return redirect(paths.staffMember.to({ id }), { tone: 'success', key });
}

/** What cannot be done as things stand is said on the person's page. @throws every other error. */
export function orTold(id: number, error: unknown): Redirect {
  if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
  return redirect(paths.staffMember.to({ id }), { tone: 'warning', key: error.key });
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
