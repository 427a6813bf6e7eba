import type { Role } from '../accounts/role.js';
import type { GrantInForce, StaffActor } from '../accounts/staff-actor.js';
import type { Choice } from '../platform/installation/choice.js';
import { canSee, type PolicyItem } from './policy.js';

/** Who may ever need to reach a submitter. Whoever only supervises, publishes or administers never does. */
export const CONTACT_ROLES = ['INTAKE_OFFICER', 'HANDLER', 'APPROVER'] as const satisfies readonly Role[];
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** Which of them may, as the authority decides: some keep the submitter from those who handle the matter, too. */
export const contactRoles: Choice<readonly ContactRole[]> = {
  name: 'privacy.contactRoles',
  standard: CONTACT_ROLES,
  read: (stored) =>
    Array.isArray(stored) && stored.length > 0 ? CONTACT_ROLES.filter((role) => stored.includes(role)) : null,
};

/** Why somebody looks; nothing else is a purpose (Luật 91/2025/QH15: personal data serve the purpose they were given for). */
export const LOOK_PURPOSES = ['HANDLE', 'CONTACT', 'VERIFY', 'COMPLAINT'] as const;
export type LookPurpose = (typeof LOOK_PURPOSES)[number];

/**
 * The one question before a submitter's name, address, telephone or mail is shown: the grant itself must let the
 * person see the item, and be of the agency that takes it in or has it on its books. Agencies that only co-ordinate
 * never see it.
 * @param roles those that the authority has chosen (`contactRoles`).
 */
export function mayLookAtContact(
  actor: StaffActor,
  item: PolicyItem,
  roles: readonly ContactRole[],
): boolean {
  if ((item.erasedAt ?? null) !== null) return false;
  return actor.grants.some((grant) => {
    const role = roles.find((one) => one === grant.role);
    return role !== undefined && reaches(role, grant, item) && canSee({ ...actor, grants: [grant] }, item);
  });
}

function reaches(role: ContactRole, { path }: GrantInForce, item: PolicyItem): boolean {
  const places = [item.handlingAgency, ...(role === 'INTAKE_OFFICER' ? [item.intakeAgency] : [])];
  return places.some((agency) => agency.path.startsWith(path));
}
