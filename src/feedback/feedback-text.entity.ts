import { Entity, Index } from 'typeorm';
import { Id, IntColumn, TextColumn } from '../platform/database/columns.js';

/** Free text that belongs to a journal entry. The entry only refers to it, so that text can be erased and the entry stays. */
@Entity('feedback_text')
@Index(['feedbackId'])
export class FeedbackText {
  @Id()
  id: number;

  @IntColumn()
  feedbackId: number;

  @TextColumn()
  body: string;
}
