import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../accounts/role.js';
import { STATES } from '../../feedback/state.js';
import { type DeskContext, inStates } from './queue-condition.js';
import { QUEUE_TABS, queueTab, tabsFor } from './queue-tab.js';

const desk = (roles: Role[]): DeskContext => ({
  actor: {
    kind: 'staff',
    staffId: 7,
    name: 'A',
    roles,
    agencyId: 3,
    grants: roles.map((role) => ({ role, agencyId: 3, path: '/1/3/' })),
  },
  today: '2026-03-10',
  mine: [7],
  own: [3],
  publicationLateBefore: 0,
});
const names = (roles: Role[]) => tabsFor(roles).map(({ name }) => name);

describe('the lists of the desk', () => {
  it('leave no state without a list', () => {
    for (const state of STATES)
      expect(QUEUE_TABS.some((tab) => tab.name !== 'all' && tab.states.includes(state))).toBe(true);
  });

  it('are those that concern the own roles, today’s work first', () => {
    expect(names(['PUBLISHER'])).toEqual(['publication', 'toPropose', 'publicationLate', 'answered', 'all']);
    expect(names(['APPROVER'])[0]).toBe('todo');
    expect(names(['APPROVER'])).toContain('extension');
    expect(names(['HANDLER'])).not.toContain('extension');
    expect(names(['HANDLER'])).not.toContain('submitted');
    expect(names(['INTAKE_OFFICER'])).toEqual(
      expect.arrayContaining(['submitted', 'returned', 'coordination']),
    );
    expect(names(['SUPERVISOR'])).toContain('reopening');
    expect(names(['SUPERVISOR'])).not.toContain('mine');
    expect(names(['ADMIN'])).not.toContain('todo');
  });

  it('fall back to the first for a name that is none', () => {
    expect(queueTab('nonsense', tabsFor(['PUBLISHER'])).name).toBe('publication');
  });

  it.each([
    [['HANDLER'], ['RECEIVED', 'FORWARDED', 'IN_PROGRESS'], ['SUBMITTED', 'AWAITING_APPROVAL']],
    [['INTAKE_OFFICER'], ['SUBMITTED', 'RECEIVED', 'FORWARDED'], ['AWAITING_APPROVAL']],
    [['APPROVER'], ['AWAITING_APPROVAL'], ['SUBMITTED', 'IN_PROGRESS']],
  ] as [Role[], string[], string[]][])(
    'have as “to do” of %j what the lifecycle makes their turn',
    (roles, its, others) => {
      const sql = queueTab('todo').where?.(desk(roles)).sql ?? '';
      for (const state of its) expect(sql).toContain(`'${state}'`);
      for (const state of others) expect(sql).not.toContain(`'${state}'`);
    },
  );

  it('ask for nothing where there is no state', () => {
    expect(inStates([]).sql).toBe('1 = 0');
  });
});
