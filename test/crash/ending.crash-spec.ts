import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { SUBMISSION } from '../support/citizen-way.js';
import { type Engine, ENGINES } from '../support/database.js';
import { reading } from './books.js';
import { aCrashHouse, type CrashHouse } from './crash-house.js';
import { type Filled, HttpBrowser } from './http-browser.js';
import type { WebProcess } from './web-process.js';
import { holdWrites } from './write-lock.js';

const PORTS: Readonly<Record<Engine, number>> = { sqlite: 3116, postgres: 3117 };
/** Whoever supervises the process kills it after this long. */
const DEADLINE = 10_000;
const TIMERS = 120;
const LIMIT = 90_000;

describe.each(ENGINES)('told to end, on %s', (engine) => {
  let house: CrashHouse;
  let server: WebProcess;

  beforeAll(async () => {
    house = await aCrashHouse(engine, TIMERS, 1);
    server = house.server(PORTS[engine]);
  }, LIMIT);
  beforeEach(() => server.start(), LIMIT);
  afterAll(async () => {
    await server.kill();
    await house.database.drop();
  });

  /** @returns a browser whose next press sends the submission. */
  async function readyToSend(title: string): Promise<{ browser: HttpBrowser; form: Filled }> {
    const browser = new HttpBrowser(() => server.origin);
    await browser.visit('/gui');
    const written = await browser.fill('/gui/kiem-tra', { ...SUBMISSION, title });
    if (written) await browser.send(written);
    const form = await browser.fill('/gui');
    if (!form) throw new Error('there is no check page');
    return { browser, form };
  }

  const stored = (title: string): Promise<number> =>
    reading(house.database, (manager) => manager.countBy(Feedback, { title }));

  it(
    'answers what trickles in, takes nothing new, and waits for nobody who is silent',
    async () => {
      const idle = new Agent({ keepAlive: true });
      await new HttpBrowser(() => server.origin, idle).visit('/healthz');
      const silent = connect(server.port, '127.0.0.1');
      await once(silent, 'connect');
      const left = once(silent, 'close');
      const { browser, form } = await readyToSend('Gửi chậm');
      const call = begun(browser, form);
      await pause(300);

      const ended = server.send('SIGTERM');
      await left;
      const late = connect(server.port, '127.0.0.1');
      expect(await once(late, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }]);
      const response = rest(call, form);
      const [{ statusCode, headers }] = await response;
      expect([statusCode, headers.location, headers.connection]).toEqual([303, '/gui/xong', 'close']);
      expect(await ended).toMatchObject({ code: 0, signal: null });
      expect((await ended).took).toBeLessThan(DEADLINE);
      expect(await stored('Gửi chậm')).toBe(1);
      idle.destroy();
    },
    LIMIT,
  );

  it(
    'answers a step that waits for somebody else’s transaction',
    async () => {
      const letGo = await holdWrites(house.database);
      const { browser, form } = await readyToSend('Chờ khóa');
      const answer = browser.send(form);
      await pause(300);
      const ended = server.send('SIGINT');
      await pause(1_500);
      await letGo();
      expect((await answer).location).toBe('/gui/xong');
      expect(await ended).toMatchObject({ code: 0, signal: null });
      expect(await stored('Chờ khóa')).toBe(1);
    },
    LIMIT,
  );

  it(
    'cuts off who never finishes, in time, and keeps nothing of it',
    async () => {
      const { browser, form } = await readyToSend('Bỏ dở');
      const call = begun(browser, form);
      const cut = once(call, 'error');
      await pause(300);
      const { code, took } = await server.send('SIGTERM');
      await cut;
      expect([code, took < DEADLINE]).toEqual([0, true]);
      expect(took).toBeGreaterThan(5_000);
      expect(await stored('Bỏ dở')).toBe(0);
    },
    LIMIT,
  );

  it(
    'ends the round of the outbox with nothing in its hands',
    async () => {
      const done = { topic: 'handling.close-answered', state: 'DONE' } as const;
      const held = { state: 'WAITING', claimedUntil: MoreThan(0) } as const;
      const count = (where: typeof done | typeof held): Promise<number> =>
        reading(house.database, (manager) => manager.countBy(OutboxMessage, where));
      while ((await count(done)) === 0) await pause(20);
      expect(await server.send('SIGTERM')).toMatchObject({ code: 0, signal: null });
      expect(await count(held)).toBe(0);
    },
    LIMIT,
  );
});

/** Sends the head and half of the body. */
function begun(browser: HttpBrowser, form: Filled): ClientRequest {
  const call = browser.begin('POST', form.url, form);
  call.write(form.body.subarray(0, 40));
  return call;
}

/** Sends the rest, piece by piece. */
async function rest(call: ClientRequest, { body }: Filled): Promise<[IncomingMessage]> {
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  for (let from = 40; from < body.length; from += 200) {
    call.write(body.subarray(from, from + 200));
    await pause(100);
  }
  call.end();
  return answered;
}
