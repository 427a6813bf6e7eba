import { describe, expect, it } from '@jest/globals';
import { covers, reach, staffActor, type GrantInForce, type StaffActor } from './staff-actor.js';

function anActor(...grants: GrantInForce[]): StaffActor {
  const roles = grants.map(({ role }) => role);
  return { kind: 'staff', staffId: 7, name: 'Lê Thị Hoa', agencyId: 2, roles, grants };
}

describe('StaffActor', () => {
  const actor = anActor(
    { role: 'HANDLER', agencyId: 2, path: '/1/2/' },
    { role: 'SUPERVISOR', agencyId: 9, path: '/1/2/9/' },
    { role: 'SUPERVISOR', agencyId: 5, path: '/1/5/' },
  );

  it('reaches over the subtree of the grant, and not over a sister whose number begins alike', () => {
    expect(covers(actor, 'HANDLER', '/1/2/')).toBe(true);
    expect(covers(actor, 'HANDLER', '/1/2/9/')).toBe(true);
    expect(covers(actor, 'HANDLER', '/1/24/')).toBe(false);
    expect(covers(actor, 'HANDLER', '/1/')).toBe(false);
  });

  it('does not carry the place of one role over to another', () => {
    expect(covers(actor, 'SUPERVISOR', '/1/2/')).toBe(false);
    expect(covers(actor, 'ADMIN', '/1/2/')).toBe(false);
  });

  it('names each subtree once', () => {
    expect(reach(actor, 'SUPERVISOR')).toEqual(['/1/2/9/', '/1/5/']);
    expect(reach(actor, 'HANDLER', 'SUPERVISOR')).toEqual(['/1/2/', '/1/5/']);
    expect(reach(actor, 'ADMIN')).toEqual([]);
  });

  it('is not made of somebody else’s idea of signed in', () => {
    expect(staffActor(actor)).toBe(actor);
    expect(() => staffActor({ staffId: 1, name: 'x', roles: [] })).toThrow('not by accounts');
  });
});
