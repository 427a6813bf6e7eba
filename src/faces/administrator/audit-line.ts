import { isRole } from '../../accounts/role.js';
import type { MessageParams } from '../../platform/kernel/errors.js';
import { actionKey, AUDIT_DETAILS, AUDIT_PURPOSES, AUDIT_SUBJECTS, LOOKS } from './audit-codes.js';
import type { AuditNames } from './audit-names.query.js';
import { type AuditDeed, heirOf } from './audit-question.js';

export type Say = (key: string, params?: MessageParams) => string;

/** A deed in words, as page and file print it. */
export interface AuditLine {
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly kind: string;
  readonly subject: string;
  readonly purpose: string;
  readonly details: string;
}

export function auditLine(deed: AuditDeed, names: AuditNames, say: Say): AuditLine {
  const { at, action, subjectKind, subject, purpose, details } = deed;
  const key = actionKey(action);
  return {
    at,
    who: whoOf(deed, names, say),
    what: key === null ? action : say(key),
    kind: AUDIT_SUBJECTS.includes(subjectKind) ? say(`audit.subject.${subjectKind}`) : subjectKind,
    subject: subjectOf(subjectKind, subject, names, say),
    purpose:
      purpose !== null && AUDIT_PURPOSES.includes(purpose)
        ? say(`audit.purpose.${purpose}`)
        : (purpose ?? ''),
    details: Object.entries(details ?? {})
      .map(([name, value]) => `${detailName(name, say)}: ${detailValue(deed, name, value, names, say)}`)
      .join('; '),
  };
}

function whoOf({ actorKind, actorId }: AuditDeed, { staff, partners }: AuditNames, say: Say): string {
  const person = actorKind === 'staff' && actorId !== null ? staff.get(actorId) : undefined;
  if (person) return `${person.name} (${person.username})`;
  const partner = actorKind === 'partner' && actorId !== null ? partners.get(actorId) : undefined;
  return partner ?? say(`audit.actor.${actorKind}`);
}

function subjectOf(
  kind: string,
  subject: string,
  { staff, partners, agencies }: AuditNames,
  say: Say,
): string {
  if (kind === 'staff') {
    const person = staff.get(Number(subject));
    return person ? `${person.name} (${person.username})` : say('audit.nobody');
  }
  if (kind === 'partner') return partners.get(Number(subject)) ?? subject;
  return kind === 'agency' ? (agencies.get(subject) ?? subject) : subject;
}

function detailName(name: string, say: Say): string {
  return AUDIT_DETAILS.includes(name) ? say(`audit.detail.${name}`) : name;
}

/** In these details a number is an agency's. */
const AGENCIES: readonly string[] = ['agencyId', 'agency', 'from', 'to'];

/** Numbers of agencies and people, codes of roles and looks in words; everything else as it was written down. */
function detailValue(
  deed: AuditDeed,
  name: string,
  value: string | number | boolean | null,
  names: AuditNames,
  say: Say,
): string {
  if (typeof value === 'boolean') return say(value ? 'audit.yes' : 'audit.no');
  if (value !== null && value === heirOf(deed) && name === 'to')
    return subjectOf('staff', String(value), names, say);
  if (typeof value === 'number' && AGENCIES.includes(name)) {
    return names.agencies.get(String(value)) ?? String(value);
  }
  if (name === 'form' && LOOKS.includes(String(value))) return say(`audit.lookForm.${String(value)}`);
  const text = String(value ?? '—');
  const roles = text.split(' ');
  return roles.every(isRole) ? roles.map((role) => say(`accounts.role.${role}`)).join(', ') : text;
}
