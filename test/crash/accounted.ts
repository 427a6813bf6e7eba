import type { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import type { Books } from './books.js';
import type { Attempt } from './ledger.js';

export interface Account {
  /** Acknowledged, and not there. */
  readonly losses: string[];
  /** There twice, or there although nobody asked for it or it was refused. */
  readonly repeats: string[];
  /** Of those that nobody answered: how many had been done. */
  readonly unansweredDone: number;
  readonly unansweredNot: number;
}

/** The same person may have tried the same step before, and have got no answer: what is there belongs to the answered one. */
const RANK: readonly Attempt['outcome'][] = ['acknowledged', 'open', 'refused'];

/**
 * Holds what clients were told against what is stored, both ways: each acknowledged attempt has its one entry, and
 * each entry of a person has its one attempt.
 * @param prepared ids of items that were there before.
 */
export function account(attempts: readonly Attempt[], books: Books, prepared: ReadonlySet<number>): Account {
  const losses: string[] = [];
  const repeats: string[] = [];
  const free = new Set(
    books.entries.filter(({ actorKind, feedbackId }) => actorKind !== 'system' && !prepared.has(feedbackId)),
  );
  const told = { done: 0, not: 0 };
  for (const attempt of attempts.toSorted((a, b) => RANK.indexOf(a.outcome) - RANK.indexOf(b.outcome))) {
    const found = [...free].filter((entry) => isOf(attempt, entry, books));
    for (const entry of found) free.delete(entry);
    const name = `${attempt.kind} ${attempt.code ?? ''} ${attempt.marker}`;
    if (found.length > 1) repeats.push(`${name} is there ${found.length} times`);
    if (attempt.outcome === 'refused' && found.length > 0) repeats.push(`${name} was refused, and is there`);
    if (attempt.outcome === 'acknowledged' && found.length === 0) losses.push(`${name} is lost`);
    if (attempt.outcome === 'open') told[found.length > 0 ? 'done' : 'not']++;
    for (const entry of found)
      losses.push(...missingOf(attempt, entry, books).map((what) => `${name}: ${what}`));
  }
  for (const { feedbackId, seq, action } of free)
    repeats.push(`nobody asked for ${action} ${feedbackId}.${seq}`);
  return { losses, repeats, unansweredDone: told.done, unansweredNot: told.not };
}

/** By the words of the attempt where it has some; else by the person and the version that was seen. */
function isOf(
  { kind, marker, who, code, seen, submissionKey }: Attempt,
  entry: JournalEntry,
  books: Books,
): boolean {
  if (entry.action !== kind) return false;
  const item = books.items.find(({ id }) => id === entry.feedbackId);
  if (submissionKey !== null)
    return item?.submissionKey === submissionKey || item?.title.includes(marker) === true;
  if (item?.code !== code) return false;
  const words = wordsOf(entry, books);
  if (words.includes('dau-')) return words.includes(marker);
  const person = entry.actorId === null ? null : (books.staff.get(entry.actorId) ?? null);
  return entry.seq === seen + 1 && person === who;
}

function wordsOf({ textId, replyId, action }: JournalEntry, { texts, replies }: Books): string {
  if (action === 'draft') return replies.find(({ id }) => id === replyId)?.body ?? '';
  return texts.find(({ id }) => id === textId)?.body ?? '';
}

/** What an attempt brought besides its entry. */
function missingOf({ kind, marker, files }: Attempt, entry: JournalEntry, books: Books): string[] {
  const rows = books.attachments.filter(
    ({ feedbackId, seq }) => feedbackId === entry.feedbackId && seq === entry.seq,
  );
  const missing: string[] = [];
  if (rows.length !== files.length) missing.push(`${rows.length} of ${files.length} files`);
  for (const sha256 of files)
    if (sha256 !== null && !rows.some((row) => row.sha256 === sha256))
      missing.push('a file with other bytes');
  if (kind === 'draft' && rows.some(({ replyId }) => replyId !== entry.replyId))
    missing.push('the reply’s files');
  const item = books.items.find(({ id }) => id === entry.feedbackId);
  if (kind === 'submit' && !item?.title.includes(marker)) missing.push('its words');
  return missing;
}
