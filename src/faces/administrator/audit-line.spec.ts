import { describe, expect, it } from '@jest/globals';
import { auditLine, type Say } from './audit-line.js';
import type { AuditNames } from './audit-names.query.js';
import type { AuditDeed } from './audit-question.js';

const say: Say = (key) => `«${key}»`;
const names: AuditNames = {
  staff: new Map([[7, { id: 7, name: 'Lê Hoa', username: 'le.hoa' }]]),
  partners: new Map([[3, 'Tổng đài']]),
  agencies: new Map([['12', 'Sở Xây dựng']]),
};
const deed: AuditDeed = {
  ...{ at: 1, source: 'trail', id: 1, actorKind: 'staff', actorId: 7 },
  ...{ action: 'staff.grant', subjectKind: 'staff', subject: '7', purpose: null, details: null },
};

describe('a deed in words', () => {
  it('names people, what they did and to whom', () => {
    const line = auditLine({ ...deed, details: { role: 'HANDLER', agencyId: 12 } }, names, say);
    expect(line).toMatchObject({
      who: 'Lê Hoa (le.hoa)',
      what: '«audit.action.staff.grant»',
      subject: 'Lê Hoa (le.hoa)',
    });
    expect(line.details).toBe(
      '«audit.detail.role»: «accounts.role.HANDLER»; «audit.detail.agencyId»: Sở Xây dựng',
    );
  });

  it('names the colleague who was handed items, and how contact data were looked at', () => {
    const handed = { ...deed, action: 'staff.handOver', details: { to: 7, items: 3 } };
    const line = auditLine(handed, { ...names, agencies: new Map([['7', 'Sở Xây dựng']]) }, say);
    expect(line.details).toBe('«audit.detail.to»: Lê Hoa (le.hoa); «audit.detail.items»: 3');
    const open = { ...deed, details: { to: null } };
    expect(auditLine(open, names, say).details).toBe('«audit.detail.to»: —');
    const look = { ...deed, action: 'contact.look', details: { form: 'letter' } };
    expect(auditLine(look, names, say).details).toBe('«audit.detail.form»: «audit.lookForm.letter»');
  });

  it('has the lifecycle’s words for steps of items, and the code alone of the item', () => {
    const step = {
      ...deed,
      source: 'journal',
      action: 'item.book',
      subjectKind: 'feedback',
      subject: 'PAKN-1',
    } as const;
    expect(auditLine(step, names, say)).toMatchObject({ what: '«lifecycle.action.book»', subject: 'PAKN-1' });
  });

  it('prints codes it has no words for as they stand', () => {
    const odd = {
      ...deed,
      action: 'x.y',
      subjectKind: 'thing',
      subject: '9',
      purpose: 'WHY',
      details: { n: 1 },
    };
    expect(auditLine(odd, names, say)).toMatchObject({
      what: 'x.y',
      kind: 'thing',
      purpose: 'WHY',
      details: 'n: 1',
    });
  });

  it('says what kind of actor it was where there is no name', () => {
    const by = (actorKind: AuditDeed['actorKind'], actorId: number | null): string =>
      auditLine({ ...deed, actorKind, actorId, subject: '-' }, names, say).who;
    expect([by('partner', 3), by('system', null), by('staff', 99)]).toEqual([
      'Tổng đài',
      '«audit.actor.system»',
      '«audit.actor.staff»',
    ]);
  });
});
