import { ANSWERED, OPEN, PENDING, type Publication, type State } from './state.js';
import type { Action, Condition, Need, Transition, Who } from './transition.js';

const intake: Who = { role: 'INTAKE_OFFICER', at: 'intake' };
const clerk: Who = { role: 'INTAKE_OFFICER', at: 'handling' };
const handler: Who = { role: 'HANDLER', at: 'handling' };
const approver: Who = { role: 'APPROVER', at: 'handling' };
const supervisor: Who = { role: 'SUPERVISOR', at: 'handling' };
const publisher: Who = { role: 'PUBLISHER', at: 'handling' };
const superior: Who = { role: 'SUPERVISOR', at: 'superior' };
const coordinator: readonly Who[] = [
  { role: 'INTAKE_OFFICER', at: 'coordinating' },
  { role: 'HANDLER', at: 'coordinating' },
];
const UNDER_WAY: readonly State[] = ['RECEIVED', 'FORWARDED', 'IN_PROGRESS'];
const EXTENDABLE: readonly State[] = [...UNDER_WAY, 'AWAITING_APPROVAL'];

type Row = Omit<Transition, 'action' | 'from' | 'to' | 'who' | 'needs' | 'conditions' | 'public'> & {
  needs?: readonly Need[];
  conditions?: readonly Condition[];
  public?: boolean;
};

function row(
  action: Action,
  from: readonly State[],
  to: Transition['to'],
  who: readonly Who[],
  more: Row = {},
): Transition {
  return { action, from, to, who, needs: [], conditions: [], public: true, ...more };
}

/**
 * The whole lifecycle (domain §3.2–3.4), as data. Buttons, checks, API answers, the diagram in docs/ and the
 * tests over every state × action × role are drawn from it; nothing else names a transition. The first entry of
 * every item, `submit`, has no row: it has no state before it.
 */
export const LIFECYCLE: readonly Transition[] = [
  row('book', ['SUBMITTED'], 'RECEIVED', [intake], { weight: 'primary' }),
  row('refuse', ['SUBMITTED'], 'REFUSED', [intake], {
    needs: ['refusalReason', 'reason'],
    clock: 'stop',
    weight: 'danger',
  }),
  row('redirect', ['SUBMITTED'], 'REDIRECTED', [intake], { needs: ['redirection', 'reason'], clock: 'stop' }),
  row('redirect', UNDER_WAY, 'REDIRECTED', [clerk, handler], {
    needs: ['redirection', 'reason'],
    clock: 'stop',
  }),
  row('merge', ['SUBMITTED'], 'MERGED', [intake], {
    needs: ['master'],
    conditions: ['notMaster'],
    clock: 'stop',
  }),
  row('merge', UNDER_WAY, 'MERGED', [clerk, handler], {
    needs: ['master'],
    conditions: ['notMaster'],
    clock: 'stop',
  }),
  row('requestInfo', ['SUBMITTED'], 'NEEDS_INFO', [intake], { needs: ['question'], clock: 'pause' }),
  row('requestInfo', ['IN_PROGRESS'], 'NEEDS_INFO', [handler], { needs: ['question'], clock: 'pause' }),
  row('supplement', ['NEEDS_INFO'], 'PREVIOUS', ['citizen'], {
    needs: ['content'],
    clock: 'resume',
    weight: 'primary',
  }),
  row('expire', ['NEEDS_INFO'], 'REFUSED', ['system'], { clock: 'stop' }),
  row('withdraw', ['SUBMITTED', 'NEEDS_INFO', ...UNDER_WAY], 'WITHDRAWN', ['citizen'], {
    conditions: ['notMaster'],
    clock: 'stop',
    weight: 'danger',
  }),
  row('forward', ['RECEIVED'], 'FORWARDED', [clerk], { needs: ['agency'], conditions: ['hopsLeft'] }),
  row('start', ['RECEIVED'], 'IN_PROGRESS', [clerk, handler], { weight: 'primary' }),
  row('accept', ['FORWARDED'], 'IN_PROGRESS', [clerk, handler], { weight: 'primary' }),
  row('return', ['FORWARDED'], 'RECEIVED', [clerk, handler], { needs: ['reason'], conditions: ['hopsLeft'] }),
  row('draft', ['IN_PROGRESS'], 'AWAITING_APPROVAL', [handler], {
    needs: ['reply'],
    public: false,
    weight: 'primary',
  }),
  row('sendBack', ['AWAITING_APPROVAL'], 'IN_PROGRESS', [approver], { needs: ['reason'], public: false }),
  row('approve', ['AWAITING_APPROVAL'], 'ANSWERED', [approver], {
    conditions: ['notDrafter'],
    clock: 'stop',
    weight: 'primary',
  }),
  row('askExtension', EXTENDABLE, 'SAME', [clerk, handler], {
    needs: ['reason'],
    conditions: ['notExtended', 'notOverdue', 'extensionNotAsked'],
    public: false,
  }),
  row('extend', EXTENDABLE, 'SAME', [approver], {
    needs: ['reason'],
    conditions: ['notExtended', 'notOverdue', 'notAsker'],
    clock: 'extend',
  }),
  row('declineExtension', EXTENDABLE, 'SAME', [approver], {
    needs: ['reason'],
    conditions: ['extensionAsked'],
    public: false,
  }),
  row('assign', ['SUBMITTED'], 'SAME', [intake], { needs: ['assignee'], public: false }),
  row('assign', PENDING, 'SAME', [clerk, handler, approver, supervisor], {
    needs: ['assignee'],
    conditions: ['booked'],
    public: false,
  }),
  row('remind', OPEN, 'SAME', [supervisor, approver, clerk], { needs: ['reason'], public: false }),
  row('concern', OPEN, 'SAME', [intake, approver, supervisor], {
    needs: ['concerned', 'reason'],
    public: false,
  }),
  row('toSuperior', EXTENDABLE, 'FORWARDED', ['system'], { needs: ['agency', 'reason'] }),
  row('toSuperior', ['NEEDS_INFO'], 'SAME', ['system'], {
    needs: ['agency', 'reason'],
    conditions: ['booked'],
  }),
  row('succeed', OPEN, 'SAME', ['system'], { needs: ['agency'] }),
  row('consult', UNDER_WAY, 'SAME', [clerk, handler], {
    needs: ['agency', 'innerDay', 'question'],
    public: false,
  }),
  row('contribute', [...UNDER_WAY, 'AWAITING_APPROVAL', 'NEEDS_INFO'], 'SAME', coordinator, {
    needs: ['content'],
    conditions: ['openConsultation'],
    public: false,
    weight: 'primary',
  }),
  row('split', ['SUBMITTED'], 'SAME', [intake], { needs: ['part'] }),
  row('split', ['RECEIVED', 'IN_PROGRESS'], 'SAME', [clerk, handler], { needs: ['part'] }),
  row('apologise', OPEN, 'SAME', ['system'], { needs: ['newDay'], conditions: ['overdue'] }),
  row('escalate', OPEN, 'SAME', ['system'], { conditions: ['overdue'], public: false }),
  row('recalculate', OPEN, 'SAME', ['system'], { clock: 'recompute' }),
  row('reassign', EXTENDABLE, 'FORWARDED', [supervisor], {
    needs: ['agency', 'reason'],
  }),
  row('reassign', ['NEEDS_INFO'], 'SAME', [supervisor], {
    needs: ['agency', 'reason'],
    conditions: ['booked'],
  }),
  row('reclassify', ['RECEIVED'], 'SAME', [clerk, supervisor], {
    needs: ['classification', 'reason'],
    public: false,
  }),
  row(
    'reclassify',
    PENDING.filter((state) => state !== 'RECEIVED'),
    'SAME',
    [supervisor],
    {
      needs: ['classification', 'reason'],
      conditions: ['booked'],
      public: false,
    },
  ),
  row('rate', ['ANSWERED'], 'CLOSED', ['citizen'], {
    needs: ['rating'],
    conditions: ['notRated', 'ratingWindow'],
    weight: 'primary',
  }),
  row('rate', ['CLOSED'], 'SAME', ['citizen'], {
    needs: ['rating'],
    conditions: ['notRated', 'ratingWindow'],
  }),
  row('close', ['ANSWERED'], 'CLOSED', ['system']),
  row('askReopen', ANSWERED, 'SAME', ['citizen'], {
    needs: ['newContent'],
    conditions: ['dissatisfied', 'notReopened', 'reopenNotAsked', 'reopenWindow'],
  }),
  row('reopen', ANSWERED, 'IN_PROGRESS', [superior], { needs: ['reason'], clock: 'restart' }),
  row('declineReopen', ANSWERED, 'SAME', [superior], { needs: ['reason'], conditions: ['reopenAsked'] }),
  row('proposePublication', ANSWERED, 'SAME', [handler, publisher], {
    conditions: ['reopenDecided'],
    publication: { from: ['NONE', 'UNPUBLISHED'], to: 'PENDING_REVIEW' },
    public: false,
  }),
  row('publish', ANSWERED, 'SAME', [publisher], {
    conditions: ['notProposer', 'reopenDecided'],
    publication: { from: ['PENDING_REVIEW'], to: 'PUBLISHED' },
    weight: 'primary',
  }),
  row('unpublish', ANSWERED, 'SAME', [publisher], {
    needs: ['reason'],
    publication: { from: ['PENDING_REVIEW', 'PUBLISHED'], to: 'UNPUBLISHED' },
    weight: 'danger',
  }),
];

/** @returns the rows that start in this state and on this publication axis, whoever may use them. */
export function transitionsFrom(state: State, publication: Publication): Transition[] {
  return LIFECYCLE.filter(
    (t) =>
      t.from.includes(state) && (t.publication === undefined || t.publication.from.includes(publication)),
  );
}

/** @returns whether nothing more can happen to an item in this state. */
export function isTerminal(state: State): boolean {
  return !OPEN.includes(state) && !ANSWERED.includes(state);
}
