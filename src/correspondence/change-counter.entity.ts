import { Entity } from 'typeorm';
import { IntColumn, KeyColumn } from '../platform/database/columns.js';

/**
 * The last number given to a change of a partner's items. Counting it up locks the row until the commit, so that
 * numbers become visible in their own order: whoever has read up to 17 will never find a 16 afterwards.
 */
@Entity('change_counter')
export class ChangeCounter {
  @KeyColumn()
  partnerId: number;

  @IntColumn()
  last: number;
}
