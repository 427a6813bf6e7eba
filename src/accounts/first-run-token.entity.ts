import { Entity } from 'typeorm';
import { InstantColumn, TextKeyColumn } from '../platform/database/columns.js';

/** Hashes of the tokens printed to consoles while nobody administers yet; every process that starts adds its own. */
@Entity('first_run_token')
export class FirstRunToken {
  /** SHA-256, hexadecimal. */
  @TextKeyColumn(64) hash: string;

  @InstantColumn() createdAt: number;
}
