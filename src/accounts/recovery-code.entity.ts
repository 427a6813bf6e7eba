import { Entity, Index } from 'typeorm';
import { Id, IntColumn, TextColumn } from '../platform/database/columns.js';

/** A code that stands in once for a lost telephone; used ones are gone. */
@Entity('recovery_code')
@Index(['staffId', 'hash'], { unique: true })
export class RecoveryCode {
  @Id() id: number;

  @IntColumn() staffId: number;

  /** HMAC with the installation's key: a code is short, and a plain hash could be tried out. */
  @TextColumn({ length: 43 }) hash: string;
}
