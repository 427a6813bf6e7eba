import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SYSTEM, type Actor } from '../../src/feedback/actor.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import { journalHash } from '../../src/feedback/journal-hash.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { LIFECYCLE } from '../../src/feedback/lifecycle.js';
import { type State } from '../../src/feedback/state.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import type { Action, Who } from '../../src/feedback/transition.js';
import { ENGINES } from '../support/database.js';
import { anOffice, type Office, REPLY } from '../support/office.js';

/** Steps after booking that bring an item into a state. */
const WAYS: Partial<Record<State, readonly Action[]>> = {
  RECEIVED: [],
  FORWARDED: ['forward'],
  IN_PROGRESS: ['start'],
  NEEDS_INFO: ['start', 'requestInfo'],
  AWAITING_APPROVAL: ['start', 'draft'],
  ANSWERED: ['start', 'draft', 'approve'],
};
const STATES = Object.keys(WAYS) as State[];
const SEED = 20_261_121;

describe.each(ENGINES)('two at once on one item, on %s', (engine) => {
  let office: Office;
  let master: Feedback;
  beforeAll(async () => {
    office = await anOffice(engine);
    master = await office.booked('HG-TT');
  });
  afterAll(() => office.close());

  const inputFor = (subject: Feedback['subject']): TransitionInput => ({
    reason: 'Lý do',
    question: 'Đề nghị bổ sung.',
    content: 'Nội dung',
    redirection: 'COMPLAINT',
    agencyId: office.agency('HG-DS').id,
    predecessorId: office.agency('HG-TT').id,
    masterCode: master.code,
    subject: 'BOTH',
    fieldId: null,
    rating: 'DISSATISFIED',
    assigneeId: office.people.handler.staffId,
    concernsStaffId: office.people.publisher.staffId,
    innerDay: '2026-03-11',
    part: { title: 'Phần', content: 'Nội dung', subject: 'ADMIN_ACT' },
    reply: { ...REPLY, outcome: subject === 'ADMIN_REGULATION' ? 'EXPLAINED_KEEP' : 'EXPLAINED' },
  });
  const actorFor = (who: Who | undefined, id: number): Actor => {
    if (who === 'citizen') return { kind: 'citizen', feedbackId: id };
    if (who === undefined || who === 'system') return SYSTEM;
    return office.ground.actors[who.role];
  };
  const take = (item: Feedback, action: Action, version: number): Promise<unknown> => {
    const row = LIFECYCLE.find((t) => t.action === action && t.from.includes(item.state));
    const target = { id: item.id, expectedVersion: version };
    const actor = actorFor(row?.who[0], item.id);
    return office.product.app.get(FeedbackService).transition(target, action, inputFor(item.subject), actor);
  };
  const stored = (id: number) => office.product.reader.findOneByOrFail(Feedback, { id });
  const itemIn = async (state: State): Promise<Feedback> => {
    const { id } = await office.booked('HG-TT');
    for (const action of WAYS[state] ?? []) {
      const item = await stored(id);
      await take(item, action, item.version);
    }
    return stored(id);
  };

  it('one wins, the other is told, and the journal is the chain of what happened', async () => {
    const pair = fc.constantFrom(...STATES).chain((state) => {
      const actions = fc.constantFrom(
        ...LIFECYCLE.filter((t) => t.from.includes(state)).map((t) => t.action),
      );
      return fc.record({ state: fc.constant(state), first: actions, second: actions });
    });
    let wins = 0;
    const both = async ({ state, first, second }: { state: State; first: Action; second: Action }) => {
      const item = await itemIn(state);
      const results = await Promise.allSettled(
        [first, second].map((action) => take(item, action, item.version)),
      );
      const won = results.filter(({ status }) => status === 'fulfilled').length;
      const reasons = results.flatMap((r) =>
        r.status === 'rejected' ? [(r.reason as { kind: string }).kind] : [],
      );
      expect(won).toBeLessThanOrEqual(1);
      wins += won;
      for (const kind of reasons) expect(['conflict', 'forbidden', 'not-found', 'invalid']).toContain(kind);
      const after = await stored(item.id);
      const chain = await office.product.reader.find(JournalEntry, {
        where: { feedbackId: item.id },
        order: { seq: 'ASC' },
      });
      expect(after.version).toBe(item.version + won);
      expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, i) => i + 1));
      expect(chain.at(-1)).toMatchObject({ seq: after.version, toState: after.state, dueDay: after.dueDay });
      for (const [i, { id: _, hash, ...entry }] of chain.entries()) {
        expect([entry.prevHash, journalHash(entry)]).toEqual([chain[i - 1]?.hash ?? '', hash]);
      }
    };
    await fc.assert(fc.asyncProperty(pair, both), { seed: SEED, numRuns: 60, endOnFailure: true });
    expect(wins).toBeGreaterThan(30); // conditions refuse some pairs altogether, never most of them
  });
});
