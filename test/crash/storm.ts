import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type RandomSource, SeededRandom } from '../../src/platform/kernel/random.js';
import type { KnownItem, Town } from './client.js';
import { Citizen } from './citizen.js';
import { Disconnected, HttpBrowser } from './http-browser.js';
import { Ledger } from './ledger.js';
import { Officer } from './officer.js';
import type { WebProcess } from './web-process.js';

export interface StormPlan {
  /** Chance of clients and of kills. The instants at which a kill meets the server's work cannot be repeated. */
  readonly seed: number;
  readonly kills: number;
}

export interface Storm {
  readonly ledger: Ledger;
  readonly items: readonly KnownItem[];
  readonly seconds: number;
}

const CITIZENS = ['an', 'binh', 'cuc'];
const OFFICERS = ['tiepnhan', 'tiepnhan', 'xuly', 'soan', 'lanhdao', 'duyet'];
/** Between two turns of a client, in ms. */
const THOUGHT = 20;
/** The outbox begins its first round so long after the start. */
const ROUND = 5_000;
const LONGEST_LIFE = 8_000;
const LONGEST_REST = 60_000;
/** What a storm must have seen. */
export const EVERY_KIND = ['submit', 'supplement', 'book', 'forward', 'assign', 'draft', 'approve'];

/** Clients work, and servers die under them and are started again, until there were as many kills as planned. */
export async function storm(servers: readonly WebProcess[], { seed, kills }: StormPlan): Promise<Storm> {
  const from = performance.now();
  const town: Town = {
    ledger: new Ledger(),
    items: [],
    serving: () => Promise.any(servers.map(({ serving }) => serving)),
  };
  await Promise.all(servers.map((server) => server.start()));
  let isOver = false;
  const clients = clientsOf(servers, town, seed).map(async (client) => {
    while (!isOver) {
      await pause(THOUGHT);
      try {
        await client.turn();
      } catch (error) {
        if (!(error instanceof Disconnected)) throw error;
        await town.serving();
      }
    }
  });
  const working = Promise.all(clients);
  const killing = killAll(servers, kills, town.ledger, new SeededRandom(seed))
    .then(() => allKindsDone(town.ledger))
    .finally(() => {
      isOver = true;
    });
  await Promise.all([working, killing]);
  return { ledger: town.ledger, items: town.items, seconds: Math.round((performance.now() - from) / 1000) };
}

function clientsOf(servers: readonly WebProcess[], town: Town, seed: number): (Citizen | Officer)[] {
  const random = (at: number): RandomSource => new SeededRandom(seed * 1_000 + at);
  const browser = (at: number): HttpBrowser => {
    const way = random(at + 500);
    return new HttpBrowser(() => servers[way.below(servers.length)]?.origin ?? '');
  };
  return [
    ...CITIZENS.map((name, at) => new Citizen(name, browser(at), town, random(at))),
    ...OFFICERS.map((name, at) => new Officer(name, browser(at + 100), town, random(at + 100), at)),
  ];
}

async function killAll(
  servers: readonly WebProcess[],
  kills: number,
  ledger: Ledger,
  random: RandomSource,
): Promise<void> {
  for (let kill = 0; kill < kills; kill++) {
    await someLife(kill, ledger, random);
    const victim = servers[random.below(servers.length)];
    if (!victim) return;
    await victim.kill();
    const reborn = victim.start();
    // With a second server the others go on while this one starts.
    if (servers.length === 1) await reborn;
  }
  await Promise.all(servers.map(({ serving }) => serving));
}

/** On a slow machine little may have been done when the last server died. */
async function allKindsDone(ledger: Ledger): Promise<void> {
  const until = performance.now() + LONGEST_REST;
  while (EVERY_KIND.some((kind) => !ledger.tally()[kind]) && performance.now() < until) await pause(100);
}

/** Most lives last for some forms that are sent, however slow the machine is; every third until the outbox is at work. */
async function someLife(kill: number, ledger: Ledger, random: RandomSource): Promise<void> {
  if (kill % 3 === 2) {
    await pause(ROUND + random.below(500));
    return;
  }
  const until = performance.now() + LONGEST_LIFE;
  const enough = ledger.sent + 1 + random.below(24);
  while (ledger.sent < enough && performance.now() < until) await pause(5);
  await pause(random.below(100)); // a form has just been sent: somewhere between its arrival and its answer
}
