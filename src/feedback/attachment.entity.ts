import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

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

/** UNCHECKED: no scanner is set up; WAITING: quarantined until it was scanned. */
export const SCAN_STATES = ['UNCHECKED', 'CLEAN', 'WAITING', 'INFECTED'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** A file of an item: the record; its bytes lie beside the database under a random name. */
@Entity('attachment')
@Index(['feedbackId'])
@Index(['scan'])
export class Attachment {
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

  /** As its sender named it, cleaned. */
  @TextColumn({ length: 200 })
  name: string;

  @TextColumn({ length: 100 })
  mediaType: string;

  /** Bytes. */
  @IntColumn()
  size: number;

  @TextColumn({ length: 64 })
  sha256: string;

  @TextColumn({ length: 64, unique: true })
  storedName: string;

  @TextColumn({ length: 12 })
  scan: ScanState;

  @InstantColumn()
  addedAt: number;
}
