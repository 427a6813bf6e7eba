import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine } from '../support/database.js';
import { drain, type Findings, lookAfter, summary, timerFaults } from './after-the-storm.js';
import { aCrashHouse, type CrashHouse } from './crash-house.js';
import { CHANGES, promised } from './changes.js';
import { letterFaults, PostOffice } from './post-office.js';
import { EVERY_KIND, type Storm, storm } from './storm.js';
import type { WebProcess } from './web-process.js';

export const SEED = Number(process.env.CRASH_SEED ?? 20261121);

/** For people: `npm run crash -- --kills 60` divides them among the four storms. */
export function killsOf(planned: number): number {
  const asked = Number(process.env.CRASH_KILLS ?? 0);
  return asked > 0 ? Math.ceil((asked * planned) / 30) : planned;
}

/** Servers are killed while people work; afterwards nothing is lost, nothing is half, nothing is there twice. */
export function provesNothingLost(engine: Engine, ports: readonly number[], kills: number): void {
  const name = `${engine}, ${ports.length} process(es)`;
  describe(`${name}, killed ${kills} times (seed ${SEED})`, () => {
    let house: CrashHouse;
    let servers: WebProcess[] = [];
    let post: PostOffice;
    let passed: Storm;
    let found: Findings;

    beforeAll(
      async () => {
        house = await aCrashHouse(engine, 40, kills * 3_000);
        post = await PostOffice.open();
        servers = ports.map((port) => house.server(port, post.environment));
        passed = await storm(servers, { seed: SEED, kills });
        await drain(house, servers);
        found = await lookAfter(house, passed);
        const letters = `${post.letters} letters, ${post.repeats} of them twice`;
        process.stdout.write(`${summary(name, kills, passed, found)}; ${letters}\n`);
      },
      180_000 + kills * 40_000,
    );
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.kill()));
      await post.close();
      await house.database.drop();
    });

    it('keeps every acknowledged action, once', () => {
      const tally = passed.ledger.tally();
      expect(Object.keys(tally)).toEqual(expect.arrayContaining(EVERY_KIND));
      expect(found.account.losses).toEqual([]);
      expect(found.account.repeats).toEqual([]);
    });

    it('leaves nothing half: items, journal, register, words, timers', () => {
      expect(found.bookFaults).toEqual([]);
    });

    it('has the bytes of every file', () => {
      expect(found.shelf.faults).toEqual([]);
      expect(found.shelf.compared).toBeGreaterThan(0);
    });

    it('works each timer once', async () => {
      expect(await timerFaults(house, found.books)).toEqual([]);
    });

    it('sends each letter, and none more often than twice', () => {
      expect(letterFaults(post, found.books, house.database)).toEqual([]);
      expect(post.letters).toBeGreaterThan(0);
    });

    if (ports.length > 1)
      it('lets each process know of what another one has changed: calendar, terms, agencies', async () => {
        for (const [what, change] of Object.entries(CHANGES)) {
          const before = await Promise.all(servers.map(promised));
          await house.beside(change);
          const after = await Promise.all(servers.map(promised));
          expect([what, new Set(before).size, new Set(after).size]).toEqual([what, 1, 1]);
          expect([what, after]).not.toEqual([what, before]);
        }
      });

    it('answers no client with a fault of its own', () => {
      expect(passed.ledger.faults).toEqual([]);
      expect(servers.flatMap(({ complaints }) => complaints)).toEqual([]);
    });
  });
}
