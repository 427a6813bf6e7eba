import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/** Words that an agency's replies often begin with; its own and all below it may use them. */
@Entity('reply_template')
@Index(['agencyId'])
export class ReplyTemplate {
  @Id()
  id: number;

  @IntColumn()
  agencyId: number;

  @TextColumn({ length: 120 })
  name: string;

  /** With placeholders, `reply-placeholders.ts`. */
  @TextColumn()
  body: string;

  /** The outcome it speaks of; null where it fits any. */
  @TextColumn({ length: 32, nullable: true })
  outcome: string | null;

  @IntColumn()
  changedById: number;

  @InstantColumn()
  changedAt: number;

  /** Since when it is no longer offered. */
  @InstantColumn({ nullable: true })
  retiredAt: number | null;
}
