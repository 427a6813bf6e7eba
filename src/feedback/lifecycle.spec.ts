import { describe, expect, it } from '@jest/globals';
import type { Role } from '../accounts/role.js';
import type { StaffActor } from '../accounts/staff-actor.js';
import type { Actor } from './actor.js';
import { isTerminal, LIFECYCLE } from './lifecycle.js';
import { ACTIONS } from './transition.js';
import { allowedTransitions, can, canSee, type PolicyItem } from './policy.js';
import { type State, STATES } from './state.js';

const ROLES: readonly Role[] = [
  'INTAKE_OFFICER',
  'HANDLER',
  'APPROVER',
  'SUPERVISOR',
  'PUBLISHER',
  'ADMIN',
  'OVERSIGHT',
];
type Party = Role | 'CITIZEN' | 'SYSTEM';
const PARTIES: readonly Party[] = [...ROLES, 'CITIZEN', 'SYSTEM'];

/**
 * domain §3.3 said a second time, by hand: who may do what in which state. Where item and person are of one agency
 * that is both intake and handling agency, and nothing was published yet.
 */
const MAY: Record<State, Partial<Record<Party, string>>> = {
  SUBMITTED: { INTAKE_OFFICER: 'book refuse redirect merge requestInfo', CITIZEN: 'withdraw' },
  NEEDS_INFO: { CITIZEN: 'supplement withdraw', SYSTEM: 'expire', SUPERVISOR: 'reassign reclassify' },
  RECEIVED: {
    INTAKE_OFFICER: 'redirect merge forward start',
    HANDLER: 'redirect merge start',
    APPROVER: 'extend',
    SUPERVISOR: 'reassign reclassify',
    CITIZEN: 'withdraw',
  },
  FORWARDED: {
    INTAKE_OFFICER: 'redirect merge accept return',
    HANDLER: 'redirect merge accept return',
    APPROVER: 'extend',
    SUPERVISOR: 'reassign reclassify',
    CITIZEN: 'withdraw',
  },
  IN_PROGRESS: {
    INTAKE_OFFICER: 'redirect merge',
    HANDLER: 'redirect merge requestInfo draft',
    APPROVER: 'extend',
    SUPERVISOR: 'reassign reclassify',
    CITIZEN: 'withdraw',
  },
  AWAITING_APPROVAL: { APPROVER: 'sendBack approve extend', SUPERVISOR: 'reassign reclassify' },
  ANSWERED: {
    CITIZEN: 'rate reopen',
    SYSTEM: 'close',
    SUPERVISOR: 'reopen',
    HANDLER: 'proposePublication',
    PUBLISHER: 'proposePublication',
  },
  CLOSED: {
    CITIZEN: 'rate reopen',
    SUPERVISOR: 'reopen',
    HANDLER: 'proposePublication',
    PUBLISHER: 'proposePublication',
  },
  REFUSED: {},
  REDIRECTED: {},
  MERGED: {},
  WITHDRAWN: {},
};

const staff = (role: Role, path = '/1/'): StaffActor => ({
  kind: 'staff',
  staffId: 7,
  name: 'A',
  roles: [role],
  agencyId: 1,
  grants: [{ role, agencyId: 1, path }],
});
const actorOf = (party: Party): Actor => {
  if (party === 'CITIZEN') return { kind: 'citizen', feedbackId: 1 };
  return party === 'SYSTEM' ? { kind: 'system' } : staff(party);
};
const item = (state: State, more: Partial<PolicyItem> = {}): PolicyItem => ({
  id: 1,
  state,
  publication: 'NONE',
  intakeAgency: { path: '/1/2/' },
  handlingAgency: { path: '/1/2/' },
  ...more,
});

describe('the lifecycle, over every state × action × role', () => {
  const cases = STATES.flatMap((state) =>
    PARTIES.map((party) => ({ state, party, may: MAY[state][party] ?? '' })),
  );

  it.each(cases)('$state: $party may “$may” and nothing else', ({ state, party, may }) => {
    const allowed = ACTIONS.filter((action) => can(actorOf(party), action, item(state)));
    expect(allowed.sort()).toEqual(may.split(' ').filter(Boolean).sort());
  });

  it.each(STATES)('%s: nobody else may do anything', (state) => {
    const strangers: Actor[] = [
      { kind: 'anonymous' },
      { kind: 'citizen', feedbackId: 2 },
      ...ROLES.map((role) => staff(role, '/1/3/')),
      ...ROLES.map((role) => staff(role, '/1/22/')),
    ];
    for (const stranger of strangers) expect(allowedTransitions(stranger, item(state))).toEqual([]);
  });

  it('separates intake and handling agency', () => {
    const forwarded = item('FORWARDED', { handlingAgency: { path: '/1/3/' } });
    expect(can(staff('INTAKE_OFFICER', '/1/2/'), 'accept', forwarded)).toBe(false);
    expect(can(staff('INTAKE_OFFICER', '/1/3/'), 'accept', forwarded)).toBe(true);
    expect(can(staff('HANDLER', '/1/3/'), 'return', forwarded)).toBe(true);
  });

  it('publishes on its own axis', () => {
    const allowed = (publication: PolicyItem['publication']) =>
      allowedTransitions(staff('PUBLISHER'), item('ANSWERED', { publication })).map(({ action }) => action);
    expect(allowed('NONE')).toEqual(['proposePublication']);
    expect(allowed('PENDING_REVIEW')).toEqual(['publish', 'unpublish']);
    expect(allowed('PUBLISHED')).toEqual(['unpublish']);
    expect(allowed('UNPUBLISHED')).toEqual(['proposePublication']);
  });

  it('has one row for each action and state, and uses every action', () => {
    const seen = LIFECYCLE.flatMap((row) =>
      row.from.map((state) => `${row.action} ${state} ${JSON.stringify(row.who)}`),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(LIFECYCLE.map(({ action }) => action))).toEqual(
      new Set(ACTIONS.filter((a) => a !== 'submit')),
    );
  });

  it('ends where the domain says it ends', () => {
    expect(STATES.filter(isTerminal)).toEqual(['REFUSED', 'REDIRECTED', 'MERGED', 'WITHDRAWN']);
    for (const state of STATES.filter(isTerminal))
      expect(LIFECYCLE.some(({ from }) => from.includes(state))).toBe(false);
  });
});

describe('who sees an item', () => {
  it('hides what was redirected from ordinary handlers, and all content from administrators and oversight', () => {
    const sees = (state: State): Role[] => ROLES.filter((role) => canSee(staff(role), item(state)));
    expect(sees('REDIRECTED')).toEqual(['INTAKE_OFFICER', 'SUPERVISOR']);
    expect(sees('IN_PROGRESS')).toEqual(['INTAKE_OFFICER', 'HANDLER', 'APPROVER', 'SUPERVISOR']);
    expect(sees('ANSWERED')).toEqual(['INTAKE_OFFICER', 'HANDLER', 'APPROVER', 'SUPERVISOR', 'PUBLISHER']);
  });

  it('keeps the agency that took it in informed after it was forwarded', () => {
    const forwarded = item('FORWARDED', { handlingAgency: { path: '/1/3/' } });
    expect(canSee(staff('INTAKE_OFFICER', '/1/2/'), forwarded)).toBe(true);
    expect(canSee(staff('INTAKE_OFFICER', '/1/4/'), forwarded)).toBe(false);
  });
});
