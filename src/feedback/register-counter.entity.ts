import { Entity } from 'typeorm';
import { IntColumn, KeyColumn } from '../platform/database/columns.js';

/** The last register number an agency has given in a year. */
@Entity('register_counter')
export class RegisterCounter {
  @KeyColumn()
  agencyId: number;

  @KeyColumn()
  year: number;

  @IntColumn()
  last: number;
}
