import { describe, expect, it } from '@jest/globals';
import { Agency } from '../../directory/agency.entity.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { Reply } from '../../feedback/reply.entity.js';
import { type State, STATES } from '../../feedback/state.js';
import { formView } from '../../platform/web/form-view.js';
import type { CitizenItem, PublicEntry } from '../../tracking/citizen-item.query.js';
import vi from '../../platform/i18n/vi/tracking.json' with { type: 'json' };
import { itemPage, type Refused } from './track-item.view.js';

const agency = Object.assign(new Agency(), {
  name: 'Sở Thử',
  address: '',
  postalAddress: '',
  phone: '',
  email: '',
  website: '',
});
const deadline = {
  ...{ start: '2026-11-02', term: 10, rule: 'handling.ADMIN_ACT', due: '2026-11-16' },
  ...{ originalDue: '2026-11-16', plainDue: '2026-11-16', counted: [], skipped: [], swaps: [] },
  ...{ pauses: [], extension: null, confirmed: true },
};
const feedback = (state: State, more: Partial<Feedback> = {}) =>
  Object.assign(new Feedback(), {
    ...{ id: 1, code: 'PAKN-26-7K3M9QTW-4', version: 3, state, kind: 'REMARK', subject: 'ADMIN_ACT' },
    ...{ title: 'T', content: 'C', registerNumber: null, procedure: null, submittedAt: 0, answeredAt: null },
    ...{ handlingAgency: agency, deadline, rating: null },
    ...more,
  });
const entry = (seq: number, action: PublicEntry['action'], words: string | null = null): PublicEntry => ({
  ...{ seq, instant: seq, action, actorKind: 'staff', reasonCode: null, agency: 'Sở Thử' },
  ...{ position: '', words, transferredTo: null, dayTold: null },
});
const answer = {
  reply: Object.assign(new Reply(), {
    body: 'Đã sửa.',
    outcome: 'EXPLAINED',
    number: null,
    day: null,
    signatory: null,
  }),
  answeredAt: 5,
  agency: 'Sở Thử',
  agencyId: 2,
};
const found = (item: Feedback, more: Partial<CitizenItem> = {}): CitizenItem => ({
  ...{ item, leading: item, today: '2026-11-20', timeline: [], replies: [], actions: [] },
  supplementBy: null,
  files: [],
  parts: [],
  whole: null,
  ...more,
});
interface Shown {
  standingNow: { comes: string; promise: { late: boolean } | null };
}
const shown = (item: CitizenItem, refused: Refused | null = null) =>
  itemPage(item, refused) as unknown as Shown;

describe('the citizen’s page of an item', () => {
  it('says for every state what comes next', () => {
    for (const state of STATES) {
      const { comes } = shown(found(feedback(state))).standingNow;
      expect(vi.next).toHaveProperty(comes.replace('tracking.next.', ''));
    }
  });

  it('promises a day only while it means something, and owns up when it has passed', () => {
    const promise = (state: State) => shown(found(feedback(state))).standingNow.promise;
    expect(promise('IN_PROGRESS')?.late).toBe(true);
    expect(promise('ANSWERED')?.late).toBe(false);
    for (const state of ['REFUSED', 'REDIRECTED', 'WITHDRAWN'] as const) expect(promise(state)).toBeNull();
  });

  it('gives a merged item the answer of the one it was merged into', () => {
    const page = shown(
      found(feedback('MERGED'), { leading: feedback('ANSWERED', { id: 2 }), replies: [answer] }),
    );
    expect(page.standingNow).toMatchObject({ state: 'MERGED', leading: 'ANSWERED' });
    expect(page).toMatchObject({ reply: { body: 'Đã sửa.' }, earlierReplies: [] });
  });

  it('says until which day it can be asked to be looked at again', () => {
    const answeredAt = Date.parse('2026-11-02T23:30:00+07:00');
    expect(shown(found(feedback('CLOSED', { answeredAt })))).toMatchObject({ reopenBy: '2026-11-17' });
    expect(shown(found(feedback('RECEIVED', { answeredAt: null })))).toMatchObject({ reopenBy: null });
  });

  it('keeps an answer that was reopened, as an earlier one', () => {
    expect(shown(found(feedback('IN_PROGRESS'), { replies: [answer] }))).toMatchObject({
      reply: null,
      earlierReplies: [{ body: 'Đã sửa.' }],
    });
  });

  it('says why it was refused, and that silence was the reason', () => {
    const refusal = { ...entry(2, 'refuse', 'Xin ghi rõ nơi nộp.'), reasonCode: 'UNCLEAR' };
    expect(shown(found(feedback('REFUSED'), { timeline: [refusal] }))).toMatchObject({
      verdict: { reason: 'feedback.refusal.UNCLEAR', words: 'Xin ghi rõ nơi nộp.' },
    });
    expect(shown(found(feedback('REFUSED'), { timeline: [entry(2, 'expire')] }))).toMatchObject({
      verdict: { reason: 'feedback.refusal.NO_SUPPLEMENT' },
    });
  });

  it('tells the day that a step promised', () => {
    const told = { ...entry(4, 'apologise'), dayTold: '2026-11-27' };
    const page = itemPage(found(feedback('IN_PROGRESS'), { timeline: [told] }));
    expect(page).toMatchObject({ entries: [{ body: '→ 27/11/2026' }] });
  });

  it('asks the newest question, and only while an answer is awaited', () => {
    const timeline = [entry(3, 'requestInfo', 'Ở đâu?'), entry(1, 'requestInfo', 'Khi nào?')];
    expect(shown(found(feedback('NEEDS_INFO'), { timeline }))).toMatchObject({ asked: 'Ở đâu?' });
    expect(shown(found(feedback('SUBMITTED'), { timeline }))).toMatchObject({ asked: null });
  });

  it('shows what changed since, with the typed text in its form or, where that is gone, to be copied', () => {
    const timeline = [entry(3, 'start'), entry(2, 'requestInfo', 'Ở đâu?')];
    const refused: Refused = {
      step: 'supplement',
      form: formView({ content: 'Đã viết' }),
      staleSince: 2,
    };
    const still = shown(found(feedback('NEEDS_INFO'), { timeline, actions: ['supplement'] }), refused);
    expect(still).toMatchObject({
      supplement: { values: { content: 'Đã viết' } },
      leftover: null,
      conflict: { text: 'tracking.conflict.text', changes: [{ title: { key: 'lifecycle.public.start' } }] },
    });
    const gone = shown(found(feedback('IN_PROGRESS'), { timeline }), refused);
    expect(gone).toMatchObject({ leftover: 'Đã viết', conflict: { text: 'tracking.conflict.noLonger' } });
  });
});
