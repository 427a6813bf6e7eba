import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../platform/database/columns.js';

/** What somebody has typed into a form of an item and not yet sent; the newest only, for its writer's eyes. */
@Entity('kept_draft')
@Index(['staffId', 'feedbackId', 'form'], { unique: true })
@Index(['feedbackId'])
export class KeptDraft {
  @Id()
  id: number;

  @IntColumn()
  staffId: number;

  @IntColumn()
  feedbackId: number;

  /** The step whose form it is, or `note`. */
  @TextColumn({ length: 40 })
  form: string;

  /** What was typed, by field. */
  @JsonColumn()
  fields: Readonly<Record<string, string>>;

  @InstantColumn()
  savedAt: number;
}
