import type { EntityManager } from 'typeorm';
import { journalHash } from './journal-hash.js';
import { JournalEntry } from './journal-entry.entity.js';

/** The end of an item's journal: its last entry, and the hash that all entries together give. */
export interface JournalSeal {
  readonly seq: number;
  /** Reckoned from the entries themselves, not read from their column. */
  readonly hash: string;
}

/** @throws Error for a journal whose entries do not hang together: it proves nothing. */
export async function journalSeal(tx: EntityManager, feedbackId: number): Promise<JournalSeal> {
  const entries = await tx.find(JournalEntry, { where: { feedbackId }, order: { seq: 'ASC' } });
  let seal: JournalSeal = { seq: 0, hash: '' };
  for (const entry of entries) {
    const hash = journalHash(entry);
    const hangsTogether = entry.seq === seal.seq + 1 && entry.prevHash === seal.hash && entry.hash === hash;
    if (!hangsTogether) throw new Error(`the journal of item ${feedbackId} is broken at ${entry.seq}`);
    seal = { seq: entry.seq, hash };
  }
  return seal;
}
