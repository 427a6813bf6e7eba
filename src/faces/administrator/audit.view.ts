import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { StaffRow } from '../../accounts/staff.query.js';
import { actionKey, AUDIT_ACTIONS, AUDIT_PURPOSES, AUDIT_SUBJECTS, ITEM_STEPS } from './audit-codes.js';
import type { AuditForm } from './audit.form.js';
import type { AuditLine } from './audit-line.js';

const actions = [...AUDIT_ACTIONS, ...ITEM_STEPS].map((value) => ({
  value,
  label: actionKey(value) ?? value,
}));
const kinds = AUDIT_SUBJECTS.map((value) => ({ value, label: `audit.subject.${value}` }));
const purposes = AUDIT_PURPOSES.map((value) => ({ value, label: `audit.purpose.${value}` }));

/** @param next where the next page begins; null on the last one. */
export function auditPage(
  form: AuditForm,
  errors: FieldErrors,
  lines: readonly AuditLine[],
  next: string | null,
): Page {
  const { who, kind, action, subject, purpose, from, to, sau } = form;
  const asked = { who, kind, action, subject, purpose, from, to };
  const model = {
    title: 'audit.title',
    form: formView(form, errors),
    options: { actions, kinds, purposes },
    asked: Object.entries(asked).map(([name, value]) => ({ name, value: value ?? '' })),
    lines,
    first: sau === '' ? null : address(asked),
    next: next === null ? null : address({ ...asked, sau: next }),
  };
  return page('administrator/audit', model, Object.keys(errors).length > 0 ? 422 : 200);
}

export function deedsPage(person: StaffRow, lines: readonly AuditLine[], next: string | null): Page {
  const { id, name, username } = person;
  return page('administrator/staff-deeds', {
    title: 'audit.member.title',
    person,
    name,
    lines,
    next: next === null ? null : paths.staffDeeds.to({ id, sau: next }),
    about: address({ subject: username, from: '' }),
  });
}

/** With the empty fields: an empty first day asks for everything, a missing one for the last days. */
function address(asked: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(
    Object.entries(asked).map(([name, value]): [string, string] => [name, value ?? '']),
  );
  return `${paths.auditTrail.to()}?${query.toString()}`;
}
