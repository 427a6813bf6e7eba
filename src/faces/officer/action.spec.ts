import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../accounts/role.js';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { CRITERIA } from '../../feedback/classification.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { LIFECYCLE } from '../../feedback/lifecycle.js';
import type { Transition } from '../../feedback/transition.js';
import type { Reply } from '../../feedback/reply.entity.js';
import { readForm } from '../../platform/web/read-form.js';
import { actionButtons, actionLabel } from './action-buttons.view.js';
import { fieldsOf } from './action-fields.js';
import { besideFields, inputOf, missingOf } from './action-input.js';
import { prefill } from './action-prefill.js';
import { ActionForm } from './action.form.js';

const rowOf = (action: string): Transition => {
  const row = LIFECYCLE.find((candidate) => candidate.action === action);
  if (!row) throw new Error(`no row ${action}`);
  return row;
};
const form = (typed: Record<string, unknown>): ActionForm => readForm(ActionForm, typed).value;
const agency = { id: 2, path: '/1/2/' };
const item = (more: object = {}): Feedback =>
  ({
    id: 5,
    code: 'PAKN-26-7K3M9QTW-4',
    state: 'AWAITING_APPROVAL',
    subject: 'ADMIN_ACT',
    publication: 'NONE',
    intakeAgency: agency,
    handlingAgency: agency,
    deadline: { due: '2026-11-13', pauses: [], extension: null },
    title: 'Nguyễn Thị Đào chờ lâu',
    content: 'Gọi 0912345678',
    submitter: { name: 'Nguyễn Thị Đào', address: '' },
    ...more,
  }) as unknown as Feedback;
const actor = (...roles: Role[]): StaffActor => ({
  kind: 'staff',
  staffId: 7,
  name: 'A',
  roles,
  agencyId: 2,
  grants: roles.map((role) => ({ role, agencyId: 2, path: '/1/2/' })),
});

describe('the form of a step', () => {
  it('draws something for whatever an officer’s row needs', () => {
    const ownPages = ['assign', 'concern'];
    const officers = LIFECYCLE.filter(
      ({ who, action }) => who.some((one) => typeof one === 'object') && !ownPages.includes(action),
    );
    for (const { action, needs } of officers)
      for (const need of needs) expect(fieldsOf({ action, needs: [need] })).not.toEqual([]);
  });

  it('hands on what the row needs and nothing else', () => {
    const typed = form({ reason: 'Vì thế.', question: 'Gì?', refusalReason: 'UNCLEAR', masterCode: 'X' });
    const input = inputOf(rowOf('refuse'), { form: typed, agencyId: 9, procedure: null }, item());
    expect(input).toEqual({ reason: 'Vì thế.', refusalReason: 'UNCLEAR' });
  });

  it('names every criterion that is missing, and only those', () => {
    const typed = form({ body: 'Trả lời.', outcome: 'AMENDED', NECESSITY: 'MET' });
    const missing = missingOf(
      rowOf('draft'),
      { form: typed, agencyId: undefined, procedure: null },
      item({ subject: 'BOTH' }),
    );
    expect(Object.keys(missing).sort()).toEqual(CRITERIA.filter((one) => one !== 'NECESSITY').sort());
  });

  it('asks for no criteria where it is about an act, and refuses a regulation’s outcome', () => {
    const typed = form({ body: 'Trả lời.', outcome: 'AMENDED' });
    const missing = missingOf(rowOf('draft'), { form: typed, agencyId: undefined, procedure: null }, item());
    expect(Object.keys(missing)).toEqual(['outcome']);
  });

  it('says the heart’s faults beside its own fields', () => {
    const fault = { key: 'lifecycle.need.agencyId' };
    expect(besideFields({ agencyId: fault, masterCode: fault }, form({}))).toEqual({
      agency: fault,
      masterCode: fault,
    });
  });

  it('wants all three texts of a publication', () => {
    const typed = form({ shownTitle: 'A', shownContent: ' ', shownReply: 'C' });
    const missing = missingOf(
      rowOf('proposePublication'),
      { form: typed, agencyId: undefined, procedure: null },
      item(),
    );
    expect(Object.keys(missing)).toEqual(['shownContent']);
  });
});

const KNOWN = { reply: null, publication: null, signatory: 'Trần Văn Ký, Chủ tịch' };

describe('what a fresh form begins with', () => {
  const reply = {
    id: 3,
    body: 'Đã trả bà Nguyễn Thị Đào.',
    outcome: 'EXPLAINED',
    criteria: null,
    day: '2026-11-09',
  } as Reply;

  it('is the earlier draft, with its day as people write it', () => {
    const fresh = prefill('draft', item(), { ...KNOWN, reply });
    expect(fresh).toMatchObject({ body: reply.body, outcome: 'EXPLAINED', day: '09/11/2026', NECESSITY: '' });
  });

  it('names who usually signs, where nothing was drafted yet', () => {
    expect(prefill('draft', item(), KNOWN)).toEqual({ signatory: 'Trần Văn Ký, Chủ tịch' });
    expect(prefill('approve', item(), KNOWN)).toEqual({});
  });

  it('is the masked words, or those that somebody redacted of the same answer', () => {
    const masked = prefill('proposePublication', item(), { ...KNOWN, reply });
    expect(JSON.stringify(masked)).not.toMatch(/Đào|0912345678/);
    const earlier = { replyId: 3, title: 'T', content: 'C', reply: 'R' } as never;
    expect(prefill('proposePublication', item(), { ...KNOWN, reply, publication: earlier }).shownTitle).toBe(
      'T',
    );
    const older = { replyId: 2, title: 'T', content: 'C', reply: 'R' } as never;
    expect(
      prefill('proposePublication', item(), { ...KNOWN, reply, publication: older }).shownTitle,
    ).not.toBe('T');
  });
});

describe('the buttons of an item', () => {
  const circumstances = { item: item(), today: '2026-11-10', drafterId: 7 };

  it('leave out what conditions forbid, and say why', () => {
    const own = actionButtons({ ...circumstances, actor: actor('APPROVER') });
    expect(own.ready.map(({ label }) => label)).not.toContain('lifecycle.action.approve');
    expect(own.blocked).toContainEqual({
      label: 'lifecycle.action.approve',
      reason: { key: 'lifecycle.condition.notDrafter', params: {} },
    });
    const other = actionButtons({ ...circumstances, actor: actor('APPROVER'), drafterId: 8 });
    expect(other.ready[0]).toMatchObject({
      label: 'lifecycle.action.approve',
      variant: 'primary',
      atOnce: false,
    });
  });

  it('offer nothing of other roles, and end with what hurts', () => {
    const fresh = { ...circumstances, item: item({ state: 'SUBMITTED' }) };
    expect(actionButtons({ ...fresh, actor: actor('HANDLER', 'PUBLISHER', 'ADMIN') })).toEqual({
      ready: [],
      rare: [],
      blocked: [],
    });
    const { ready } = actionButtons({ ...fresh, actor: actor('INTAKE_OFFICER') });
    expect(ready[0]).toMatchObject({ label: 'lifecycle.action.book', atOnce: true });
    expect(ready.at(-1)).toMatchObject({
      label: 'lifecycle.action.refuse',
      variant: 'danger',
      atOnce: false,
    });
  });

  it('call the turning down of a proposal by its name', () => {
    expect(actionLabel('unpublish', { publication: 'PENDING_REVIEW' })).toBe('officer.action.turnDown');
    expect(actionLabel('unpublish', { publication: 'PUBLISHED' })).toBe('lifecycle.action.unpublish');
  });
});
