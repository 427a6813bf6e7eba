import { Entity } from 'typeorm';
import { FlagColumn, Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/**
 * Another program that speaks for its people: a national portal, a call centre. Suspended, never deleted: the items
 * it brought and the journal point at it.
 */
@Entity('partner')
export class Partner {
  @Id()
  id: number;

  @TextColumn({ length: 200, unique: true })
  name: string;

  /** The channel of whatever it brings, as `feedback/classification.ts` names channels; the face that sets it checks it. */
  @TextColumn({ length: 24 })
  channel: string;

  /** It may send to this agency and to those below. */
  @IntColumn()
  agencyId: number;

  @FlagColumn({ default: true })
  active: boolean;

  @InstantColumn()
  createdAt: number;
}
