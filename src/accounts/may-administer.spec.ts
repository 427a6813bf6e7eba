import { describe, expect, it } from '@jest/globals';
import { mayAdminister } from './may-administer.js';
import type { StaffActor } from './staff-actor.js';

const admin: StaffActor = {
  kind: 'staff',
  staffId: 1,
  name: 'Quản trị xã',
  agencyId: 9,
  roles: ['ADMIN', 'SUPERVISOR'],
  grants: [
    { role: 'ADMIN', agencyId: 9, path: '/1/9/' },
    { role: 'SUPERVISOR', agencyId: 1, path: '/1/' },
  ],
};

describe('mayAdminister', () => {
  it('holds for accounts that lie wholly within the subtree', () => {
    expect(mayAdminister(admin, { path: '/1/9/', grants: [{ path: '/1/9/4/' }] })).toBe(true);
    expect(mayAdminister(admin, { path: '/1/9/4/', grants: [] })).toBe(true);
  });

  it('does not hold for a colleague with a role higher up: a new password for them would be their role', () => {
    expect(mayAdminister(admin, { path: '/1/9/', grants: [{ path: '/1/9/' }, { path: '/1/' }] })).toBe(false);
  });

  it('does not hold outside, nor by another role’s reach', () => {
    expect(mayAdminister(admin, { path: '/1/8/', grants: [{ path: '/1/9/' }] })).toBe(false);
    expect(mayAdminister(admin, { path: '/1/', grants: [] })).toBe(false);
  });
});
