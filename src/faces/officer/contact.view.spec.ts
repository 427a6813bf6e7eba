import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../accounts/role.js';
import type { StaffActor } from '../../accounts/staff-actor.js';
import type { Submitter } from '../../feedback/submitter.entity.js';
import { contactReach, contactView } from './contact.view.js';

const actor = (role: Role, path: string): StaffActor => ({
  kind: 'staff',
  staffId: 7,
  name: 'A',
  roles: [role],
  agencyId: 9,
  grants: [{ role, agencyId: 9, path }],
});
const item = { intakeAgency: { path: '/1/2/' }, handlingAgency: { path: '/1/3/' } } as never;
const submitter: Pick<Submitter, 'type' | 'name' | 'address' | 'phone' | 'email'> = {
  type: 'INDIVIDUAL',
  name: 'Nguyễn Thị Đào',
  address: 'Số 5 Láng Hạ',
  phone: '0912345678',
  email: null,
};

describe('who reads how the citizen can be reached', () => {
  it.each([
    ['INTAKE_OFFICER', '/1/2/', 'full'],
    ['INTAKE_OFFICER', '/1/3/', 'full'],
    ['HANDLER', '/1/3/', 'full'],
    ['HANDLER', '/1/2/', 'masked'],
    ['APPROVER', '/1/3/', 'masked'],
    ['SUPERVISOR', '/1/', 'masked'],
    ['PUBLISHER', '/1/', 'none'],
    ['ADMIN', '/1/', 'none'],
  ] as const)('%s at %s: %s', (role, path, reach) => {
    expect(contactReach(actor(role, path), item)).toBe(reach);
  });

  it('prints nothing of the number but its ends where it is masked, and nothing at all for publishers', () => {
    const masked = JSON.stringify(contactView(submitter, 'masked', ({ key }) => key));
    expect(masked).toContain('09••••••78');
    expect(masked).not.toContain('Láng Hạ');
    expect(contactView(submitter, 'none', ({ key }) => key).facts).toEqual([]);
  });

  it('leaves out what was not given', () => {
    const labels = contactView(submitter, 'full', ({ key }) => key).facts.map(({ label }) => label);
    expect(labels).not.toContain('officer.contact.email');
  });
});
