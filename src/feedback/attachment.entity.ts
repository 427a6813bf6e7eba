import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';
import { StoredFile } from './stored-file.js';

/** What a file came with: only SUBMISSION, SUPPLEMENT, REOPEN and, once approved, REPLY are the citizen's to see. */
export const ATTACHMENT_PURPOSES = [
  'SUBMISSION',
  'SUPPLEMENT',
  'REOPEN',
  'SCAN',
  'REPLY',
  'INTERNAL',
] as const;
export type AttachmentPurpose = (typeof ATTACHMENT_PURPOSES)[number];

/** A file of an item: the record; its bytes lie beside the database under a random name. */
@Entity('attachment')
@Index(['feedbackId'])
@Index(['scan'])
export class Attachment extends StoredFile {
  @Id()
  id: number;

  @IntColumn()
  feedbackId: number;

  /** The journal entry with which it came; for what came with a note, the item's last entry then. */
  @IntColumn()
  seq: number;

  @TextColumn({ length: 16 })
  purpose: AttachmentPurpose;

  /** The reply that it belongs to. */
  @IntColumn({ nullable: true })
  replyId: number | null;

  /** The internal note that it belongs to. */
  @IntColumn({ nullable: true })
  noteId: number | null;

  @InstantColumn()
  addedAt: number;
}
