import { Entity } from 'typeorm';
import { IntColumn, KeyColumn } from '../platform/database/columns.js';

/** How many people said that a published answer helped them; nothing of who they are. */
@Entity('helped_count')
export class HelpedCount {
  @KeyColumn()
  publicationId: number;

  @IntColumn()
  times: number;
}
