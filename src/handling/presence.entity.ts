import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/** Who has an item open, and what for; forgotten soon. */
@Entity('presence')
@Index(['feedbackId', 'staffId'], { unique: true })
@Index(['seenAt'])
export class Presence {
  @Id()
  id: number;

  @IntColumn()
  feedbackId: number;

  @IntColumn()
  staffId: number;

  /** The step whose form is open; empty for the item's page. */
  @TextColumn({ length: 40 })
  doing: string;

  @InstantColumn()
  seenAt: number;
}
