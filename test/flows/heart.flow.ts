import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/feedback/actor.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { journalHash } from '../../src/feedback/journal-hash.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import type { Action } from '../../src/feedback/transition.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import { isUniqueViolation } from '../../src/platform/database/database-fault.js';
import type { DemoGround } from '../../src/faces/operator/demo/demo-ground.js';
import { wordsOf } from '../../src/faces/operator/demo/demo-words.js';
import { DEMO } from '../../src/faces/operator/demo/demo-seed.js';
import { SeededRandom } from '../../src/platform/kernel/random.js';
import { anApplication, MORNING, type TestApplication } from '../support/application.js';
import { ENGINES } from '../support/database.js';

const DAY = 86_400_000;

describe.each(ENGINES)('the heart on %s', (engine) => {
  let product: TestApplication;
  let ground: DemoGround;
  const random = new SeededRandom(4);
  let counter = 0;

  beforeAll(async () => {
    product = await anApplication(engine);
    ground = await product.province();
  });
  afterAll(() => product.close());

  const words = (agency: string, key = `key-${++counter}`) => {
    const [story] = DEMO.stories;
    if (!story) throw new Error('the demo has no stories');
    return wordsOf(story, agency, key, ground, random);
  };
  const submit = (agency = 'HG', key?: string) =>
    product.app.get(SubmissionService).submit(words(agency, key), { kind: 'anonymous' });
  const step = (
    id: number,
    expectedVersion: number,
    action: Action,
    actor: Actor,
    input: TransitionInput = {},
  ) => product.app.get(FeedbackService).transition({ id, expectedVersion }, action, input, actor);
  const entries = (feedbackId: number) =>
    product.reader.find(JournalEntry, { where: { feedbackId }, order: { seq: 'ASC' } });

  it('gives register numbers without a gap, also when bookings overlap and some fail', async () => {
    const items = await Promise.all(Array.from({ length: 12 }, () => submit('HG-TT')));
    const booked = await Promise.allSettled(
      items.flatMap((item) => [
        step(item.id, 1, 'book', ground.actors.INTAKE_OFFICER),
        step(item.id, 7, 'book', ground.actors.INTAKE_OFFICER), // a version that never was
      ]),
    );
    expect(booked.filter(({ status }) => status === 'fulfilled')).toHaveLength(12);
    const rows = await product.reader.find(Feedback, { where: { intakeAgencyId: items[0]?.intakeAgencyId } });
    const numbers = rows.map(({ registerNumber }) => registerNumber).sort();
    expect(numbers).toEqual(
      Array.from({ length: 12 }, (_, i) => `${String(i + 1).padStart(5, '0')}/2026/TN-HG-TT`),
    );
  });

  it('lets one of two win who saw the same version (trap 4)', async () => {
    const item = await submit();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const second = gate.then(() =>
      step(item.id, 1, 'requestInfo', ground.actors.INTAKE_OFFICER, { question: 'Ở đâu?' }),
    );
    const lost = expect(second).rejects.toMatchObject({ kind: 'conflict', key: 'errors.staleVersion' });
    await product.write(async () => {
      await step(item.id, 1, 'book', ground.actors.INTAKE_OFFICER);
      open(); // the second one sees the item as it was, and waits for this commit with its update
      if (engine === 'postgres') await someoneWaits();
    });
    await lost;
    expect((await entries(item.id)).map(({ seq, action }) => [seq, action])).toEqual([
      [1, 'submit'],
      [2, 'book'],
    ]);
  });

  async function someoneWaits(): Promise<void> {
    const sql = 'SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted';
    for (let tries = 0; tries < 1_000; tries++) {
      const [row] = await product.reader.query<{ waiting: string }[]>(sql);
      if (Number(row?.waiting) > 0) return;
    }
    throw new Error('nobody waits');
  }

  it('makes one item of one submission key', async () => {
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => submit('HG', 'same-key')));
    const ids = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value.id] : []));
    expect(new Set(ids).size).toBe(1);
    const losers = results.flatMap((r) => (r.status === 'rejected' ? [r.reason as unknown] : []));
    expect(losers.every(isUniqueViolation)).toBe(true);
    expect(await product.reader.countBy(Feedback, { submissionKey: 'demo-same-key' })).toBe(1);
  });

  it('chains the journal: every entry carries the hash of the one before', async () => {
    const item = await submit();
    await step(item.id, 1, 'book', ground.actors.INTAKE_OFFICER);
    await step(item.id, 2, 'start', ground.actors.HANDLER);
    const chain = await entries(item.id);
    expect(chain.map(({ action }) => action)).toEqual(['submit', 'book', 'start']);
    for (const [i, { id: _, hash, ...entry }] of chain.entries()) {
      expect(entry.prevHash).toBe(chain[i - 1]?.hash ?? '');
      expect(journalHash(entry)).toBe(hash);
      expect(journalHash({ ...entry, dueDay: '2027-01-01' })).not.toBe(hash);
    }
  });

  it('merges only into what the officer may see, and keeps a master that others were merged into', async () => {
    const clerk = ground.actors.INTAKE_OFFICER;
    const [master, ...duplicates] = [await submit('HG-TT'), await submit('HG-TT'), await submit('HG-TT')];
    await step(master.id, 1, 'book', clerk);
    const path = ground.agencies.get('HG-DS')?.path ?? '';
    const elsewhere = { ...clerk, grants: clerk.grants.map((grant) => ({ ...grant, path })) };
    const own = await submit('HG-DS');
    const unseen = step(own.id, 1, 'merge', elsewhere, { masterCode: master.code });
    await expect(unseen).rejects.toMatchObject({
      fields: { masterCode: { key: 'lifecycle.need.usableMaster' } },
    });
    await Promise.all(duplicates.map(({ id }) => step(id, 1, 'merge', clerk, { masterCode: master.code })));
    expect((await product.reader.findOneByOrFail(Feedback, { id: master.id })).mergedCount).toBe(2);
    const withdrawn = step(master.id, 2, 'withdraw', { kind: 'citizen', feedbackId: master.id });
    await expect(withdrawn).rejects.toMatchObject({ key: 'lifecycle.condition.notMaster' });
  });

  it('writes nothing when a step is refused', async () => {
    const item = await submit();
    const before = await product.reader.count(JournalEntry);
    const refused = [
      step(item.id, 1, 'refuse', ground.actors.INTAKE_OFFICER, {}),
      step(item.id, 1, 'approve', ground.actors.APPROVER),
      step(item.id, 1, 'book', ground.actors.ADMIN),
      step(item.id, 1, 'withdraw', { kind: 'citizen', feedbackId: item.id + 1 }),
      step(999_999, 1, 'book', ground.actors.INTAKE_OFFICER),
    ];
    const kinds = (await Promise.allSettled(refused)).map((r) =>
      r.status === 'rejected' ? (r.reason as { kind: string }).kind : 'done',
    );
    expect(kinds).toEqual(['invalid', 'forbidden', 'not-found', 'not-found', 'not-found']);
    expect(await product.reader.count(JournalEntry)).toBe(before);
    expect((await product.reader.findOneByOrFail(Feedback, { id: item.id })).version).toBe(1);
  });

  it('stops the clock while the citizen is asked, and goes on with the days that were left', async () => {
    product.clock.set(MORNING);
    const item = await submit(); // Tuesday 10/03/2026, an act: 10 working days
    expect(item.dueDay).toBe('2026-03-24');
    product.clock.set(MORNING + DAY);
    await step(item.id, 1, 'requestInfo', ground.actors.INTAKE_OFFICER, { question: 'Ngày nào?' });
    product.clock.set(MORNING + 7 * DAY); // Tuesday 17/03
    await step(
      item.id,
      2,
      'supplement',
      { kind: 'citizen', feedbackId: item.id },
      { content: 'Ngày 02/03.' },
    );
    const after = await product.reader.findOneByOrFail(Feedback, { id: item.id });
    expect([after.state, after.dueDay]).toEqual(['SUBMITTED', '2026-03-30']); // nine days after the 17th
  });

  it('ends by itself what the citizen never supplemented, once, also a week late', async () => {
    product.clock.set(MORNING);
    const item = await submit();
    await step(item.id, 1, 'requestInfo', ground.actors.INTAKE_OFFICER, { question: 'Ngày nào?' });
    product.clock.set(MORNING + 14 * DAY); // the tenth working day is not over
    await product.runDue();
    expect((await product.reader.findOneByOrFail(Feedback, { id: item.id })).state).toBe('NEEDS_INFO');
    product.clock.set(MORNING + 22 * DAY);
    await Promise.all([product.runDue(), product.runDue()]);
    const last = (await entries(item.id)).at(-1);
    expect(last).toMatchObject({
      action: 'expire',
      toState: 'REFUSED',
      actorKind: 'system',
      reasonCode: 'NO_SUPPLEMENT',
      seq: 3,
    });
    expect(await product.reader.countBy(OutboxMessage, { state: 'PARKED' })).toBe(0);
    product.clock.set(MORNING);
  });

  it('extends once, keeps the day without the extension, and not after the day has passed', async () => {
    product.clock.set(MORNING);
    const item = await submit();
    await step(item.id, 1, 'book', ground.actors.INTAKE_OFFICER);
    product.clock.set(MORNING + 15 * DAY); // 25/03, a day late
    const late = step(item.id, 2, 'extend', ground.actors.APPROVER, { reason: 'Cần thêm thời gian' });
    await expect(late).rejects.toMatchObject({ key: 'lifecycle.condition.notOverdue' });
    product.clock.set(MORNING + 14 * DAY); // the due day itself
    await step(item.id, 2, 'extend', ground.actors.APPROVER, { reason: 'Cần thêm thời gian' });
    const after = await product.reader.findOneByOrFail(Feedback, { id: item.id });
    expect([after.plainDueDay, after.dueDay]).toEqual(['2026-03-24', '2026-04-07']);
    const again = step(item.id, 3, 'extend', ground.actors.APPROVER, { reason: 'Thêm nữa' });
    await expect(again).rejects.toMatchObject({ key: 'lifecycle.condition.notExtended' });
    product.clock.set(MORNING);
  });
});
