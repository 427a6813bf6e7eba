import { describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '../accounts/role.js';
import type { StaffActor } from '../accounts/staff-actor.js';
import { CONTACT_ROLES, contactRoles, mayLookAtContact } from './contact-policy.js';
import type { PolicyItem } from './policy.js';
import type { State } from './state.js';

const [INTAKE, HANDLING, COORDINATING, ABOVE, ELSEWHERE] = ['/1/2/', '/1/3/', '/1/4/', '/1/', '/9/'];
const item: PolicyItem = {
  id: 5,
  state: 'IN_PROGRESS',
  publication: 'NONE',
  intakeAgency: { path: INTAKE },
  handlingAgency: { path: HANDLING },
  coordinations: [{ answeredAt: null, agency: { path: COORDINATING } }],
  partnerId: null,
  concernsStaffId: null,
};

function actor(...grants: readonly (readonly [Role, string])[]): StaffActor {
  return {
    kind: 'staff',
    staffId: 7,
    name: 'A',
    roles: grants.map(([role]) => role),
    agencyId: 9,
    grants: grants.map(([role, path]) => ({ role, agencyId: 9, path })),
  };
}

/** Where each role may look; everywhere else, and every other role, may not. */
const MAY: Partial<Record<Role, readonly string[]>> = {
  INTAKE_OFFICER: [INTAKE, HANDLING, ABOVE],
  HANDLER: [HANDLING, ABOVE],
  APPROVER: [HANDLING, ABOVE],
};
const PLACES = [INTAKE, HANDLING, COORDINATING, ABOVE, ELSEWHERE];
const TABLE = ROLES.flatMap((role) =>
  PLACES.map((place) => [role, place, MAY[role]?.includes(place) ?? false] as const),
);

describe('who may look at contact data', () => {
  it.each(TABLE)('%s at %s: %s', (role, place, may) => {
    expect(mayLookAtContact(actor([role, place]), item, CONTACT_ROLES)).toBe(may);
  });

  it.each(CONTACT_ROLES)('%s may not where the authority has not chosen the role', (role) => {
    const others = CONTACT_ROLES.filter((one) => one !== role);
    expect(mayLookAtContact(actor([role, HANDLING]), item, others)).toBe(false);
  });

  it('never the officer whose conduct it is about, and nobody once it was erased', () => {
    const clerk = actor(['INTAKE_OFFICER', INTAKE]);
    expect(mayLookAtContact(clerk, { ...item, concernsStaffId: 7 }, CONTACT_ROLES)).toBe(false);
    expect(mayLookAtContact(clerk, { ...item, erasedAt: 1 }, CONTACT_ROLES)).toBe(false);
  });

  it('what was redirected to a denunciation: not by a role that does not see it, whatever else the person is', () => {
    const redirected: PolicyItem = { ...item, state: 'REDIRECTED' satisfies State };
    const both = actor(['HANDLER', HANDLING], ['INTAKE_OFFICER', COORDINATING]);
    expect(mayLookAtContact(both, redirected, CONTACT_ROLES)).toBe(false);
    expect(mayLookAtContact(actor(['INTAKE_OFFICER', INTAKE]), redirected, CONTACT_ROLES)).toBe(true);
  });

  it('the choice reads what it knows, and falls back where nothing sensible was stored', () => {
    expect(contactRoles.read(['INTAKE_OFFICER', 'PUBLISHER'])).toEqual(['INTAKE_OFFICER']);
    expect(contactRoles.read([])).toBeNull();
    expect(contactRoles.read('all')).toBeNull();
  });
});
