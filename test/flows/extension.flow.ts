import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Action } from '../../src/feedback/transition.js';
import { PAGE_ENGINES } from '../support/database.js';
import { TimeHouse } from '../support/time-house.js';

const MORNING = '2026-03-10T08:00:00'; // Tuesday; ten working days on is Tuesday 24/03, twenty Tuesday 07/04

describe.each(PAGE_ENGINES)('an extension on %s', (engine) => {
  const time = new TimeHouse();
  beforeAll(() => time.open(engine));
  beforeEach(() => {
    time.clockAt(MORNING);
  });
  afterAll(() => time.close());

  const days = async (id: number) => {
    const { dueDay, plainDueDay, deadline, extensionAskedById } = await time.item(id);
    return { dueDay, plainDueDay, originalDue: deadline.originalDue, asked: extensionAskedById !== null };
  };
  const UNMOVED = { dueDay: '2026-03-24', plainDueDay: '2026-03-24', originalDue: '2026-03-24' };
  const EXTENDED = { ...UNMOVED, dueDay: '2026-04-07', asked: false };
  const refusal = (key: string) => ({ kind: 'conflict', key: `lifecycle.condition.${key}` });

  it('is asked by who works on it and given by the head; the day first promised is kept', async () => {
    const id = await time.sentOne(['book', 'start']);
    await time.step(id, 'askExtension');
    expect(await days(id)).toEqual({ ...UNMOVED, asked: true });
    await expect(time.step(id, 'askExtension')).rejects.toMatchObject(refusal('extensionNotAsked'));
    await time.step(id, 'extend');
    expect(await days(id)).toEqual(EXTENDED);
    const entry = (await time.entries(id)).at(-1);
    expect(entry).toMatchObject({ action: 'extend', dueDay: '2026-04-07', plainDueDay: '2026-03-24' });
  });

  it('is given on the due day until midnight, and not a moment later, though it was asked in term', async () => {
    const [inTime, late] = [await time.sentOne(['book', 'start']), await time.sentOne(['book', 'start'])];
    time.clockAt('2026-03-24T23:59:59.999');
    await time.step(inTime, 'askExtension');
    await time.step(late, 'askExtension');
    await time.step(inTime, 'extend');
    expect(await days(inTime)).toEqual(EXTENDED);
    time.clockAt('2026-03-25T00:00:00');
    await expect(time.step(late, 'extend')).rejects.toMatchObject(refusal('notOverdue'));
    await time.step(late, 'declineExtension');
    expect(await days(late)).toEqual({ ...UNMOVED, asked: false });
    await expect(time.step(late, 'askExtension')).rejects.toMatchObject(refusal('notOverdue'));
  });

  it('is not given while the citizen is asked, and afterwards within the days that are left', async () => {
    const id = await time.sentOne(['book', 'start']);
    time.clockAt('2026-03-24T10:00:00');
    await time.step(id, 'requestInfo');
    await expect(time.step(id, 'extend')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(time.step(id, 'askExtension')).rejects.toMatchObject({ kind: 'forbidden' });
    time.clockAt('2026-03-30T10:00:00');
    await time.step(id, 'supplement'); // paused on its due day: due today
    await time.step(id, 'extend');
    expect((await time.item(id)).dueDay).toBe('2026-04-13');
    time.clockAt('2026-03-31T10:00:00');
    await time.step(id, 'requestInfo');
    expect((await time.item(id)).deadline.pauses).toMatchObject([{ remaining: 0 }, { plainRemaining: null }]);
  });

  it('is given once, also after a refused request and a changed agency', async () => {
    const id = await time.sentOne(['book', 'start']);
    await time.step(id, 'askExtension');
    await time.step(id, 'declineExtension');
    await time.step(id, 'askExtension');
    await time.step(id, 'extend');
    for (const action of ['askExtension', 'extend'] as const)
      await expect(time.step(id, action)).rejects.toMatchObject(refusal('notExtended'));
    await expect(time.step(id, 'declineExtension')).rejects.toMatchObject(refusal('extensionAsked'));
  });

  it('begins anew with a reopening', async () => {
    const intakeAgencyId = time.agencyId('HG-XD');
    const way: Action[] = ['book', 'start', 'extend', 'draft', 'approve', 'reopen'];
    const id = await time.sentOne(way, { intakeAgencyId });
    await time.step(id, 'extend');
    expect((await time.item(id)).dueDay).toBe('2026-04-07');
  });

  it('is apologised for by the day that is in force', async () => {
    const id = await time.sentOne(['book', 'start', 'extend']);
    await time.wakeAt('2026-03-25T08:00:00');
    expect(await time.byItself(id)).toEqual([]);
    await time.wakeAt('2026-04-08T00:00:00');
    expect(await time.byItself(id)).toEqual(['apologise']);
  });

  const PAIRS: readonly (readonly [Action, Action])[] = [
    ['extend', 'extend'],
    ['extend', 'declineExtension'],
    ['extend', 'requestInfo'],
    ['extend', 'draft'],
    ['declineExtension', 'requestInfo'],
  ];
  it.each(PAIRS)('at one moment with another step, one of the two wins: %s, %s', async (one, other) => {
    const id = await time.sentOne(['book', 'start', 'askExtension']);
    const { version } = await time.item(id);
    const both = await Promise.allSettled([one, other].map((action) => time.at(id, version, action)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
    const actions = (await time.entries(id)).map(({ action }) => action);
    expect(actions).toHaveLength(version + 1);
    expect((await time.item(id)).version).toBe(version + 1);
  });
});
