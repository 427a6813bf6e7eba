import { DataSource, type EntityManager } from 'typeorm';
import { Staff } from '../../src/accounts/staff.entity.js';
import { Agency } from '../../src/directory/agency.entity.js';
import { ENTITIES } from '../../src/entities.js';
import { Attachment } from '../../src/feedback/attachment.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { FeedbackText } from '../../src/feedback/feedback-text.entity.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { RegisterCounter } from '../../src/feedback/register-counter.entity.js';
import { Reply } from '../../src/feedback/reply.entity.js';
import { Submitter } from '../../src/feedback/submitter.entity.js';
import { StagedUpload } from '../../src/intake/staged-upload.entity.js';
import { readerOptions } from '../../src/platform/database/data-source-options.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import type { TestDatabase } from '../support/database.js';

/** Everything that is stored, as it lies in the database. */
export interface Books {
  readonly items: readonly Feedback[];
  /** In the order of item and sequence. */
  readonly entries: readonly JournalEntry[];
  readonly texts: readonly FeedbackText[];
  readonly replies: readonly Reply[];
  readonly submitters: readonly Submitter[];
  readonly counters: readonly RegisterCounter[];
  readonly attachments: readonly Attachment[];
  readonly staged: readonly StagedUpload[];
  readonly outbox: readonly OutboxMessage[];
  readonly agencies: readonly Agency[];
  /** Usernames by id. */
  readonly staff: ReadonlyMap<number, string>;
}

/** Reads past the product, through a connection of one's own. */
export async function reading<T>(
  { target }: TestDatabase,
  look: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const source = await new DataSource(readerOptions(target, ENTITIES)).initialize();
  try {
    return await look(source.manager);
  } finally {
    await source.destroy();
  }
}

export function openBooks(database: TestDatabase): Promise<Books> {
  return reading(database, async (manager) => ({
    items: await manager.find(Feedback, { order: { id: 'ASC' } }),
    entries: await manager.find(JournalEntry, { order: { feedbackId: 'ASC', seq: 'ASC' } }),
    texts: await manager.find(FeedbackText),
    replies: await manager.find(Reply),
    submitters: await manager.find(Submitter),
    counters: await manager.find(RegisterCounter),
    attachments: await manager.find(Attachment),
    staged: await manager.find(StagedUpload),
    outbox: await manager.find(OutboxMessage),
    agencies: await manager.find(Agency),
    staff: new Map((await manager.find(Staff)).map(({ id, username }) => [id, username])),
  }));
}

/** @returns the rows by what they have in common, in their order. */
export function grouped<R, K>(rows: readonly R[], keyOf: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
