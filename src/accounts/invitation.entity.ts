import { Entity } from 'typeorm';
import { InstantColumn, IntColumn, KeyColumn, TextColumn } from '../platform/database/columns.js';

/** An invitation that waits to be accepted; accepted or withdrawn ones are gone, what became of them tells the trail. */
@Entity('invitation')
export class Invitation {
  @KeyColumn() staffId: number;

  /** With the installation's key it makes the link again, so that the letter can carry what no table holds. */
  @TextColumn({ length: 43 }) nonce: string;

  /** SHA-256 of the link's token, hexadecimal. */
  @TextColumn({ length: 64, unique: true }) tokenHash: string;

  @InstantColumn() sentAt: number;

  @InstantColumn() expiresAt: number;

  @IntColumn() invitedById: number;
}
