import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/**
 * What officers tell one another about an item. Only added to, never changed; read by whoever sees the item at the
 * desk, never by citizens or the public.
 */
@Entity('note')
@Index(['feedbackId'])
export class Note {
  @Id()
  id: number;

  @IntColumn()
  feedbackId: number;

  @IntColumn()
  authorId: number;

  /** Where the author worked then: people move. */
  @IntColumn()
  agencyId: number;

  @InstantColumn()
  writtenAt: number;

  @TextColumn()
  body: string;
}
