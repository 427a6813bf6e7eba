import { Entity } from 'typeorm';
import { FlagColumn, InstantColumn, IntColumn, KeyColumn, TextColumn } from '../platform/database/columns.js';

/** Where a partner wants to be told of changes. Secrets are derived from the salts, and stand nowhere themselves. */
@Entity('webhook')
export class Webhook {
  @KeyColumn()
  partnerId: number;

  @TextColumn({ length: 500 })
  url: string;

  @FlagColumn({ default: true })
  active: boolean;

  @TextColumn({ length: 64 })
  salt: string;

  /** The secret of before stays good for a while, so that the receiver can change over. */
  @TextColumn({ length: 64, nullable: true })
  previousSalt: string | null;

  @InstantColumn({ nullable: true })
  previousUntil: number | null;

  /** After a failure nothing is sent until then: a receiver that hangs holds up nobody else's messages. */
  @InstantColumn()
  restingUntil: number;

  /** Failures since the last success. */
  @IntColumn()
  failures: number;
}
