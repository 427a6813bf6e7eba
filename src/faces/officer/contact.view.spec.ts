import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../accounts/role.js';
import type { StaffActor } from '../../accounts/staff-actor.js';
import type { Submitter } from '../../feedback/submitter.entity.js';
import { type ContactSituation, contactView, readsMasked } from './contact.view.js';

const actor = (role: Role, path: string): StaffActor => ({
  kind: 'staff',
  staffId: 7,
  name: 'A',
  roles: [role],
  agencyId: 9,
  grants: [{ role, agencyId: 9, path }],
});
const submitter: Pick<Submitter, 'type' | 'name' | 'address' | 'phone' | 'email'> = {
  type: 'INDIVIDUAL',
  name: 'Nguyễn Thị Đào',
  address: 'Số 5 Láng Hạ, phường Láng',
  phone: '0912345678',
  email: null,
};
const item = {
  code: 'PAKN-26-7K3M9QTW-4',
  intakeAgency: { path: '/1/2/' },
  handlingAgency: { path: '/1/3/' },
  submitter,
  erasedAt: null,
} as never;
const SECRETS = /Đào|Láng Hạ|0912345678/;
const masked: ContactSituation = { item, answered: false, mayLook: true, look: null, form: null };
const view = (role: Role, more: Partial<ContactSituation> = {}): ReturnType<typeof contactView> =>
  contactView({ ...masked, ...more }, actor(role, '/1/'), ({ key }) => key);

describe('what is read of a submitter', () => {
  it.each([
    ['INTAKE_OFFICER', '/1/2/', true],
    ['HANDLER', '/1/3/', true],
    ['APPROVER', '/1/3/', true],
    ['SUPERVISOR', '/1/', true],
    ['HANDLER', '/1/4/', false],
    ['PUBLISHER', '/1/', false],
    ['ADMIN', '/1/', false],
    ['OVERSIGHT', '/1/', false],
  ] as const)('%s at %s reads the masked data: %s', (role, path, reads) => {
    expect(readsMasked(actor(role, path), item)).toBe(reads);
  });

  it('nothing that reaches the person, whatever the role, until it was asked for', () => {
    for (const role of ['INTAKE_OFFICER', 'HANDLER', 'SUPERVISOR'] as const) {
      const words = JSON.stringify(view(role));
      expect(words).not.toMatch(SECRETS);
      expect(words).toContain('09•• ••• 678');
    }
    expect(view('PUBLISHER', { mayLook: false }).facts).toEqual([]);
  });

  it('everything once it was asked for, with the purpose, and no form any more', () => {
    const look = { submitter, purpose: 'CONTACT' } as const;
    const shown = view('HANDLER', { look, answered: true });
    expect(JSON.stringify(shown.facts)).toMatch(/Đào.*Láng Hạ.*0912345678/);
    expect(shown).toMatchObject({ ask: null, shownFor: 'audit.purpose.CONTACT' });
    expect(shown.letter).toMatch(/tra-loi\.pdf$/);
  });

  it('leaves out what was not given, and everything once it was erased', () => {
    expect(view('HANDLER').facts.map(({ label }) => label)).not.toContain('officer.contact.email');
    const erased = { ...(item as object), erasedAt: 5 } as never;
    expect(view('HANDLER', { item: erased, mayLook: false })).toMatchObject({ facts: [], ask: null });
  });
});
