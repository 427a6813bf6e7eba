import { describe, expect, it } from '@jest/globals';
import type { Role } from '../accounts/role.js';
import type { StaffActor } from '../accounts/staff-actor.js';
import type { Actor } from './actor.js';
import { isTerminal, LIFECYCLE } from './lifecycle.js';
import { ACTIONS } from './transition.js';
import { allowedTransitions, can, canSee, type PolicyItem, superiorPath } from './policy.js';
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

/** What time does to every open item, and the end of an agency. */
const TIME = 'apologise escalate recalculate succeed';

/**
 * domain §3.3 said a second time, by hand: who may do what in which state. Where item and person are of one agency
 * that is both intake and handling agency, and nothing was published yet.
 */
const MAY: Record<State, Partial<Record<Party, string>>> = {
  SUBMITTED: {
    INTAKE_OFFICER: 'book refuse redirect merge requestInfo assign remind concern split',
    APPROVER: 'remind concern',
    SUPERVISOR: 'remind concern',
    SYSTEM: TIME,
    CITIZEN: 'withdraw',
  },
  NEEDS_INFO: {
    INTAKE_OFFICER: 'assign remind concern',
    HANDLER: 'assign',
    APPROVER: 'assign remind concern',
    SUPERVISOR: 'reassign reclassify assign remind concern',
    SYSTEM: `expire toSuperior ${TIME}`,
    CITIZEN: 'supplement withdraw',
  },
  RECEIVED: {
    INTAKE_OFFICER:
      'redirect merge forward start askExtension assign remind concern consult split reclassify',
    HANDLER: 'redirect merge start askExtension assign consult split',
    APPROVER: 'extend declineExtension assign remind concern',
    SUPERVISOR: 'reassign reclassify assign remind concern',
    SYSTEM: `toSuperior ${TIME}`,
    CITIZEN: 'withdraw',
  },
  FORWARDED: {
    INTAKE_OFFICER: 'redirect merge accept return askExtension assign remind concern consult',
    HANDLER: 'redirect merge accept return askExtension assign consult',
    APPROVER: 'extend declineExtension assign remind concern',
    SUPERVISOR: 'reassign reclassify assign remind concern',
    SYSTEM: `toSuperior ${TIME}`,
    CITIZEN: 'withdraw',
  },
  IN_PROGRESS: {
    INTAKE_OFFICER: 'redirect merge askExtension assign remind concern consult split',
    HANDLER: 'redirect merge requestInfo draft askExtension assign consult split',
    APPROVER: 'extend declineExtension assign remind concern',
    SUPERVISOR: 'reassign reclassify assign remind concern',
    SYSTEM: `toSuperior ${TIME}`,
    CITIZEN: 'withdraw',
  },
  AWAITING_APPROVAL: {
    INTAKE_OFFICER: 'askExtension assign remind concern',
    HANDLER: 'askExtension assign',
    APPROVER: 'sendBack approve extend declineExtension assign remind concern',
    SUPERVISOR: 'reassign reclassify assign remind concern',
    SYSTEM: `toSuperior ${TIME}`,
  },
  ANSWERED: {
    CITIZEN: 'rate askReopen',
    SYSTEM: 'close',
    SUPERVISOR: 'reopen declineReopen',
    HANDLER: 'proposePublication',
    PUBLISHER: 'proposePublication',
  },
  CLOSED: {
    CITIZEN: 'rate askReopen',
    SUPERVISOR: 'reopen declineReopen',
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
  partnerId: null,
  concernsStaffId: null,
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

  it('shows it to an agency that was asked to co-ordinate, which may only give its opinion', () => {
    const asked = [{ answeredAt: null, agency: { path: '/1/5/' } }];
    const handler = staff('HANDLER', '/1/5/');
    expect(canSee(handler, item('IN_PROGRESS'))).toBe(false);
    const coordinated = item('IN_PROGRESS', { coordinations: asked });
    expect(canSee(handler, coordinated)).toBe(true);
    expect(allowedTransitions(handler, coordinated).map(({ action }) => action)).toEqual(['contribute']);
    expect(canSee(staff('HANDLER', '/1/6/'), coordinated)).toBe(false);
  });

  it('hides it from the officer whose conduct it is about, in every role, and from nobody else', () => {
    for (const state of STATES)
      for (const role of ROLES) {
        const concerning = item(state, { concernsStaffId: 7 });
        expect(canSee(staff(role), concerning)).toBe(false);
        expect(allowedTransitions(staff(role), concerning)).toEqual([]);
        expect(canSee(staff(role), item(state, { concernsStaffId: 8 }))).toBe(
          canSee(staff(role), item(state)),
        );
      }
  });

  it('lets the superior agency decide on a reopening, not the agency that answered', () => {
    const answered = item('ANSWERED', { handlingAgency: { path: '/1/2/9/' } });
    expect(can(staff('SUPERVISOR', '/1/2/9/'), 'reopen', answered)).toBe(false);
    expect(can(staff('SUPERVISOR', '/1/2/'), 'reopen', answered)).toBe(true);
    expect(superiorPath('/1/2/9/')).toBe('/1/2/');
    expect(superiorPath('/1/')).toBe('/1/');
  });

  it('keeps the agency that took it in informed after it was forwarded', () => {
    const forwarded = item('FORWARDED', { handlingAgency: { path: '/1/3/' } });
    expect(canSee(staff('INTAKE_OFFICER', '/1/2/'), forwarded)).toBe(true);
    expect(canSee(staff('INTAKE_OFFICER', '/1/4/'), forwarded)).toBe(false);
  });
});
