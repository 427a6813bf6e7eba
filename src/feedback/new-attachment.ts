import type { EntityManager } from 'typeorm';
import { Attachment, type AttachmentPurpose } from './attachment.entity.js';
import type { StoredFile } from './stored-file.js';

/** A file whose bytes are stored and synced already, ready to become part of an item. */
export type NewAttachment = Readonly<StoredFile>;

export interface AttachmentPlace {
  readonly feedbackId: number;
  readonly seq: number;
  readonly purpose: AttachmentPurpose;
  readonly replyId?: number | null;
  readonly noteId?: number | null;
  readonly addedAt: number;
}

/** Writes the records of files in the unit of work of what they came with. */
export async function attach(
  tx: EntityManager,
  files: readonly NewAttachment[],
  place: AttachmentPlace,
): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(({ name, mediaType, size, sha256, storedName, scan }) => ({
    ...{ name, mediaType, size, sha256, storedName, scan },
    ...{ replyId: null, noteId: null, ...place },
  }));
  await tx.insert(Attachment, rows);
}
