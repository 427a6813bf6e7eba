import { describe, expect, it } from '@jest/globals';
import { isPublic } from '../feedback/public-step.js';
import { ACTIONS } from '../feedback/transition.js';
import { dayTold, isSpoken, isTransfer } from './public-entry.js';

describe('what of the journal a citizen sees', () => {
  it('hides the steps of the desk', () => {
    const hidden = ACTIONS.filter((action) => !isPublic({ action, details: null }));
    expect(hidden).toEqual([
      ...['draft', 'sendBack', 'reclassify', 'askExtension', 'declineExtension', 'assign', 'remind'],
      ...['concern', 'consult', 'contribute', 'escalate', 'proposePublication'],
    ]);
  });

  it('shows of the officers’ words only what is said to the citizen', () => {
    const spoken = ACTIONS.filter((action) => isSpoken({ action, actorKind: 'staff' }));
    expect(spoken).toEqual(['refuse', 'redirect', 'requestInfo', 'reopen', 'extend', 'declineReopen']);
  });

  it('knows a step to another agency', () => {
    expect(isTransfer({ fromAgencyId: null, agencyId: 1 })).toBe(false);
    expect(isTransfer({ fromAgencyId: 1, agencyId: 1 })).toBe(false);
    expect(isTransfer({ fromAgencyId: 1, agencyId: 2 })).toBe(true);
  });

  it('shows the citizen’s own words', () => {
    for (const action of ['supplement', 'askReopen', 'rate'] as const) {
      expect(isSpoken({ action, actorKind: 'citizen' })).toBe(true);
    }
  });

  it('tells the days that an apology, an extension or another calendar promised, and no calendar that moved nothing', () => {
    const dueDay = '2026-03-24';
    expect(dayTold({ action: 'apologise', details: { newDay: '2026-04-01' }, dueDay })).toBe('2026-04-01');
    expect(dayTold({ action: 'extend', details: null, dueDay })).toBe(dueDay);
    expect(dayTold({ action: 'book', details: null, dueDay })).toBeNull();
    const moved = (dueBefore: string) =>
      isPublic({ action: 'recalculate', details: { dueBefore, dueAfter: dueDay } });
    expect([moved('2026-03-23'), moved(dueDay)]).toEqual([true, false]);
  });
});
