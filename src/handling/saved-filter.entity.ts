import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/** A question to the queue that somebody asks again and again, under a name of the own. */
@Entity('saved_filter')
@Index(['staffId', 'name'], { unique: true })
export class SavedFilter {
  @Id()
  id: number;

  /** Whose it is: nobody else sees it. */
  @IntColumn()
  staffId: number;

  @TextColumn({ length: 60 })
  name: string;

  /** The query of the queue's address, without the place in the list. Read as any address is: nothing in it is trusted. */
  @TextColumn()
  query: string;

  @InstantColumn()
  createdAt: number;
}
