import { setTimeout as pause } from 'node:timers/promises';
import { In, LessThanOrEqual } from 'typeorm';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { account, type Account } from './accounted.js';
import { type Books, openBooks, reading } from './books.js';
import type { CrashHouse } from './crash-house.js';
import { lookAtShelf, type Shelf } from './kept-files.js';
import type { Storm } from './storm.js';
import { officeTime, type WebProcess } from './web-process.js';
import { faultsOfBooks } from './whole.js';

/** What processes that died had in their hands is free again after this long. */
const LATER = 3_600_000;
const LONGEST_DRAIN = 90_000;

export interface Findings {
  readonly books: Books;
  readonly bookFaults: string[];
  readonly shelf: Shelf;
  readonly account: Account;
}

/** Starts fresh servers an hour later, and waits until nothing that is due waits any more. */
export async function drain({ database }: CrashHouse, servers: readonly WebProcess[]): Promise<void> {
  await Promise.all(servers.map((server) => server.kill()));
  await Promise.all(servers.map((server) => server.start(LATER)));
  const until = officeTime() + LONGEST_DRAIN;
  const isDue = { state: 'WAITING', runAt: LessThanOrEqual(officeTime() + LATER) } as const;
  for (;;) {
    const waiting = await reading(database, (manager) => manager.countBy(OutboxMessage, isDue));
    if (waiting === 0) return;
    if (officeTime() > until) throw new Error(`${waiting} rows of the outbox still wait`);
    await pause(500);
  }
}

export async function lookAfter(house: CrashHouse, { ledger }: Storm): Promise<Findings> {
  const books = await openBooks(house.database);
  return {
    books,
    bookFaults: faultsOfBooks(books),
    shelf: await lookAtShelf(books, house.database.folder),
    account: account(ledger.attempts, books, house.prepared),
  };
}

/** @returns what went wrong with the timers of the items that were prepared: each closes its item once. */
export async function timerFaults({ database, prepared }: CrashHouse, { entries }: Books): Promise<string[]> {
  const faults: string[] = [];
  for (const id of prepared) {
    const closings = entries.filter(({ feedbackId, action }) => feedbackId === id && action === 'close');
    if (closings.length !== 1) faults.push(`item ${id} was closed ${closings.length} times`);
  }
  const topic = In(['handling.close-answered', 'handling.expire-request', 'handling.overdue']);
  const stuck = await reading(database, (manager) =>
    manager.findBy(OutboxMessage, { topic, state: 'PARKED' }),
  );
  return [...faults, ...stuck.map(({ key, lastError }) => `${key} has given up: ${lastError}`)];
}

/** One line for people: what was tried, what was told, what was found. */
export function summary(
  name: string,
  kills: number,
  storm: Storm,
  { shelf, account: told, books }: Findings,
): string {
  const tally = storm.ledger.tally();
  const all = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(tally).map(([kind, count]) => `${kind} ${count}`);
  return [
    `${name}: ${kills} kills in ${storm.seconds} s; ${all} actions acknowledged (${kinds.join(', ')})`,
    `${told.losses.length} lost; ${told.repeats.length} repeated`,
    ...told.losses,
    ...told.repeats,
    `without an answer: ${told.unansweredDone} done whole, ${told.unansweredNot} not done`,
    `${books.attachments.length} attachments; ${shelf.compared} files compared; ${shelf.orphans} without an owner`,
  ].join('; ');
}
