import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '../../src/faces/operator/demo/demo-ground.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { lookUp } from '../support/citizen-way.js';
import { ENGINES } from '../support/database.js';
import { TimeHouse } from '../support/time-house.js';

const MORNING = '2026-03-10T08:00:00'; // Tuesday; ten working days on is Tuesday 24/03

describe.each(ENGINES)('what comes by itself on %s', (engine) => {
  const time = new TimeHouse();
  beforeAll(() => time.open(engine));
  beforeEach(() => {
    time.clockAt(MORNING);
  });
  afterAll(() => time.close());

  it('takes care of items older than the timers', async () => {
    const id = await time.sentOne(['book']);
    await time.house.write((tx) => tx.delete(OutboxMessage, { topic: 'handling.overdue', state: 'WAITING' }));
    await time.wakeAt('2026-03-25T00:02:00');
    expect(await time.byItself(id)).toEqual(['apologise']);
    await time.wakeAt('2026-03-28T00:02:00');
    expect(await time.byItself(id)).toEqual(['apologise', 'escalate 3']);
  });

  it('apologises with a new day in the first minute after the due day, once, and tells the citizen', async () => {
    const id = await time.sentOne(['book', 'start']);
    await time.wakeAt('2026-03-24T23:59:59');
    expect(await time.byItself(id)).toEqual([]);
    await time.wakeAt('2026-03-25T00:00:00');
    await time.wakeAt('2026-03-25T00:00:05');
    expect(await time.byItself(id)).toEqual(['apologise']);
    expect(await time.item(id)).toMatchObject({ apologyDay: '2026-04-01', dueDay: '2026-03-24' });
    expect((await time.entries(id)).at(-1)?.details).toEqual({ newDay: '2026-04-01' });
    const { code } = await time.item(id);
    const browser = time.house.browser();
    const pin = time.house.app.get(TrackingPin).of(code);
    const page = await lookUp(browser, { code, pin });
    expect(page.text).toContain('xin lỗi Ông/Bà vì sự chậm trễ và hẹn trả lời chậm nhất ngày 01/04/2026');
    await browser.visit('/dang-nhap');
    await browser.submit({ username: 'xuly', password: DEMO_PASSWORD }, '/dang-nhap');
    expect((await browser.visit(`/can-bo/ho-so/${code}`)).text).toContain('Quá hạn: đã xin lỗi người gửi');
  });

  it('tells the head after three working days and the superior agency after ten, wherever it stands', async () => {
    const [sent, begun] = [await time.sentOne(), await time.sentOne(['book', 'start', 'draft'])];
    await time.wakeAt('2026-03-27T23:59:00');
    expect(await time.byItself(begun)).toEqual(['apologise']);
    await time.wakeAt('2026-03-28T00:00:00');
    expect(await time.byItself(begun)).toEqual(['apologise', 'escalate 3']);
    await time.wakeAt('2026-04-08T00:00:00');
    for (const id of [sent, begun])
      expect(await time.byItself(id)).toEqual(['apologise', 'escalate 3', 'escalate 10']);
    await time.wakeAt('2026-07-01T08:00:00');
    expect(await time.byItself(begun)).toHaveLength(3);
  });

  it('does after weeks asleep what still means something, each once and in order', async () => {
    const open = await time.sentOne(['book', 'start']);
    const answered = await time.sentOne(['book', 'start']);
    const asked = await time.sentOne(['book', 'start', 'requestInfo']);
    time.clockAt('2026-04-20T08:00:00');
    await time.step(answered, 'draft');
    await time.step(answered, 'approve');
    await time.wakeAt('2026-04-20T09:00:00');
    expect(await time.byItself(open)).toEqual(['apologise', 'escalate 3', 'escalate 10']);
    expect((await time.item(open)).apologyDay).toBe('2026-04-28'); // 27/04 makes up for Giỗ Tổ
    expect(await time.byItself(answered)).toEqual([]);
    expect(await time.byItself(asked)).toEqual(['expire']);
    await time.wakeAt('2026-05-06T00:00:00');
    expect(await time.byItself(answered)).toEqual(['close']);
  });

  it('leaves alone what is paused, answered or due later, and goes on when the pause has ended', async () => {
    const paused = await time.sentOne(['book', 'start']);
    const extended = await time.sentOne(['book', 'start', 'extend']);
    time.clockAt('2026-03-24T10:00:00');
    await time.step(paused, 'requestInfo'); // on its due day
    await time.wakeAt('2026-04-03T08:00:00');
    expect(await time.byItself(paused)).toEqual([]);
    expect(await time.byItself(extended)).toEqual([]);
    await time.step(paused, 'supplement');
    expect((await time.item(paused)).dueDay).toBe('2026-04-03');
    await time.wakeAt('2026-04-04T00:00:00');
    expect(await time.byItself(paused)).toEqual(['apologise']);
    await time.wakeAt('2026-04-08T00:00:00'); // the extended one was due on 07/04
    expect(await time.byItself(extended)).toEqual(['apologise']);
  });

  it('escalates nothing while an overdue item waits for the citizen, and makes up for it afterwards', async () => {
    const id = await time.sentOne(['book', 'start']);
    await time.wakeAt('2026-03-25T00:00:00');
    await time.step(id, 'requestInfo');
    await time.wakeAt('2026-03-31T08:00:00');
    expect(await time.byItself(id)).toEqual(['apologise']);
    await time.step(id, 'supplement');
    await time.wakeAt('2026-03-31T08:01:00');
    expect(await time.byItself(id)).toEqual(['apologise', 'escalate 3']);
  });

  it('begins anew with a reopening', async () => {
    const intakeAgencyId = time.agencyId('HG-XD'); // the superior agency decides
    const id = await time.sentOne(['book', 'start'], { intakeAgencyId });
    await time.wakeAt('2026-03-25T08:00:00');
    await time.step(id, 'draft');
    await time.step(id, 'approve');
    await time.step(id, 'reopen');
    expect(await time.item(id)).toMatchObject({ apologyDay: null, dueDay: '2026-04-08' });
    await time.wakeAt('2026-04-08T23:59:00');
    expect(await time.byItself(id)).toEqual(['apologise']);
    await time.wakeAt('2026-04-09T00:00:00');
    expect(await time.byItself(id)).toEqual(['apologise', 'apologise']);
    await time.wakeAt('2026-04-14T00:00:00');
    expect(await time.byItself(id)).toEqual(['apologise', 'apologise', 'escalate 3']);
  });

  it('happens once when two processes wake at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => time.sentOne()));
    const other = await time.house.another();
    try {
      time.clockAt('2026-04-20T08:00:00');
      const drain = async (worker: OutboxWorker) => {
        while ((await worker.runDue()) > 0);
      };
      await Promise.all([time.house, other].map(({ app }) => drain(app.get(OutboxWorker))));
      await time.wakeAt('2026-04-20T09:00:00'); // a row that lost a race waits a minute
      for (const id of ids)
        expect(await time.byItself(id)).toEqual(['apologise', 'escalate 3', 'escalate 10']);
    } finally {
      await other.close();
    }
  });
});
