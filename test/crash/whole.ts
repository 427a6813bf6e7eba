import type { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { citizenLetter } from '../../src/correspondence/citizen-letters.js';
import { citizenKey } from '../../src/correspondence/letter-rows.js';
import { journalHash } from '../../src/feedback/journal-hash.js';
import { type Books, grouped } from './books.js';

/** @returns everything in the books that is half, doubled or missing; empty when they are whole. */
export function faultsOfBooks(books: Books): string[] {
  return [...journalFaults(books), ...registerFaults(books), ...wordFaults(books), ...outboxFaults(books)];
}

/** Item and journal say the same, entries have no gap, and the chain holds. */
function journalFaults({ items, entries }: Books): string[] {
  const faults: string[] = [];
  const byItem = grouped(entries, ({ feedbackId }) => feedbackId);
  for (const item of items) {
    const own = byItem.get(item.id) ?? [];
    const last = own.at(-1);
    byItem.delete(item.id);
    if (!last || own[0]?.action !== 'submit') {
      faults.push(`${item.code} has no beginning`);
      continue;
    }
    const stands = [item.version, item.state, item.handlingAgencyId, item.dueDay, item.subject, item.rating];
    const told = [last.seq, last.toState, last.agencyId, last.dueDay, last.subject, last.rating];
    if (String(stands) !== String(told))
      faults.push(`${item.code} stands at ${stands.join()}, its journal at ${told.join()}`);
    faults.push(...chainFaults(item.code, own));
  }
  for (const id of byItem.keys()) faults.push(`the journal has entries of item ${id}, which is not there`);
  return faults;
}

function chainFaults(code: string, own: readonly JournalEntry[]): string[] {
  return own.flatMap((entry, at) => {
    const before = own[at - 1];
    const faults: string[] = [];
    if (entry.seq !== at + 1) faults.push(`${code}: entry ${entry.seq} stands at place ${at + 1}`);
    if (entry.prevHash !== (before?.hash ?? '')) faults.push(`${code}.${entry.seq} is not chained`);
    if (entry.hash !== journalHash(entry)) faults.push(`${code}.${entry.seq} is not what was sealed`);
    if (before && entry.fromState !== before.toState) faults.push(`${code}.${entry.seq} begins elsewhere`);
    return faults;
  });
}

/** Numbers of an agency and year: from 1 to the last one, each once, and each with its entry. */
function registerFaults({ items, entries, counters, agencies }: Books): string[] {
  const given = new Map<string, number[]>();
  const faults: string[] = [];
  for (const { id, code, registerNumber } of items) {
    const booked = entries.filter(({ feedbackId, action }) => feedbackId === id && action === 'book');
    if (booked.length > 1) faults.push(`${code} was booked ${booked.length} times`);
    const [entry] = booked;
    if ((entry?.details?.['registerNumber'] ?? null) !== registerNumber)
      faults.push(`${code} has the number ${registerNumber}, its journal says otherwise`);
    if (registerNumber === null) continue;
    const [number = '', year = '', agency = ''] = registerNumber.split('/');
    const book = `${agency.replace(/^TN-/, '')}/${year}`;
    given.set(book, [...(given.get(book) ?? []), Number(number)]);
  }
  for (const { agencyId, year, last } of counters) {
    const book = `${agencies.find(({ id }) => id === agencyId)?.code}/${year}`;
    const numbers = (given.get(book) ?? []).sort((a, b) => a - b);
    given.delete(book);
    const wanted = Array.from({ length: last }, (_, at) => at + 1);
    if (String(numbers) !== String(wanted))
      faults.push(`the register ${book} has ${numbers.join()} of 1 to ${last}`);
  }
  for (const book of given.keys()) faults.push(`nobody counts the register ${book}`);
  return faults;
}

/** Words, replies and submitters belong to something, and what refers to them finds them. */
function wordFaults({ items, entries, texts, replies, submitters }: Books): string[] {
  const faults: string[] = [];
  const known = new Map(texts.map((text) => [text.id, text.feedbackId]));
  const used = new Set<number>();
  for (const { textId, feedbackId, seq } of entries) {
    if (textId === null) continue;
    used.add(textId);
    if (known.get(textId) !== feedbackId) faults.push(`entry ${feedbackId}.${seq} has lost its words`);
  }
  for (const id of known.keys()) if (!used.has(id)) faults.push(`the words ${id} belong to no entry`);
  const drafted = new Set(entries.filter(({ action }) => action === 'draft').map(({ replyId }) => replyId));
  for (const { id } of replies) if (!drafted.has(id)) faults.push(`the reply ${id} belongs to no entry`);
  const drafts = new Map(replies.map((reply) => [reply.id, reply.feedbackId]));
  for (const { replyId, feedbackId, seq } of entries)
    if (replyId !== null && drafts.get(replyId) !== feedbackId)
      faults.push(`entry ${feedbackId}.${seq} has lost its reply`);
  const people = submitters.map(({ feedbackId }) => feedbackId).sort((a, b) => a - b);
  if (String(people) !== String(items.map(({ id }) => id)))
    faults.push('items and submitters are not the same');
  return faults;
}

const TIMER_OF: Partial<Record<JournalEntry['action'], string>> = {
  requestInfo: 'handling.expire-request',
  approve: 'handling.close-answered',
  submit: 'handling.overdue',
};

/** What an entry sets going, timers and letters, is written down with it, and nothing is written down for an entry that is not there. */
function outboxFaults({ entries, outbox, items, submitters }: Books): string[] {
  const keys = new Set(outbox.map(({ key }) => key));
  const there = new Set(entries.map(({ feedbackId, seq }) => `${feedbackId}:${seq}`));
  const ids = new Set(items.map(({ id }) => id));
  const faults = entries.flatMap(({ action, feedbackId, seq }) => {
    const topic = TIMER_OF[action];
    const isWanted = topic !== undefined && !keys.has(`${topic}:${feedbackId}:${seq}`);
    return isWanted ? [`${action} ${feedbackId}.${seq} has set no timer`] : [];
  });
  const reached = new Set(submitters.filter(({ email }) => email).map(({ feedbackId }) => feedbackId));
  for (const { feedbackId, seq, action } of entries) {
    const letter = citizenLetter({ action }, { splitFromId: null });
    const key = letter === null ? null : citizenKey({ feedbackId, seq, letter });
    if (key !== null && reached.has(feedbackId) && !keys.has(key)) faults.push(`${key} was not written`);
  }
  for (const { key, payload } of outbox) {
    const { feedbackId, seq } = payload;
    if (feedbackId === undefined) continue;
    const isThere = seq === undefined ? ids.has(Number(feedbackId)) : there.has(`${feedbackId}:${seq}`);
    if (!isThere && payload['masterId'] === undefined) faults.push(`${key} was set by nothing`);
  }
  return faults;
}
