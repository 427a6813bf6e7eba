import { Entity } from 'typeorm';
import { IntColumn, KeyColumn, TextColumn } from '../platform/database/columns.js';

/** The authenticator app of one person; a row exists once its first code was right. */
@Entity('second_factor')
export class SecondFactor {
  @KeyColumn() staffId: number;

  /** Sealed with the installation's key (`SecretBox`). Never selected unless asked for. */
  @TextColumn({ length: 200, select: false }) secret: string;

  /** The 30-second step whose code was used last; it and all before it are refused. */
  @IntColumn() lastStep: number;
}
