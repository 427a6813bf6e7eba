import { Entity } from 'typeorm';
import { FlagColumn, Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/** A person who may sign in. Accounts are suspended, never deleted: the journal points at them. */
@Entity('staff')
export class Staff {
  @Id() id: number;

  /** As `normaliseUsername` leaves it. */
  @TextColumn({ length: 40, unique: true }) username: string;

  @TextColumn({ length: 200 }) name: string;

  /** What citizens may read instead of the name: “Chuyên viên Phòng Đất đai”. */
  @TextColumn({ length: 200, default: '' }) position: string;

  @IntColumn() agencyId: number;

  /** PHC form. Never selected unless asked for, so that it cannot slip into a page or a log. */
  @TextColumn({ length: 200, select: false }) passwordHash: string;

  /** Chosen by an administrator or the machine; its owner is asked to replace it. */
  @FlagColumn({ default: false }) passwordTemporary: boolean;

  /** Every session holds the stamp of its sign-in; a new one ends them all. */
  @TextColumn({ length: 64 }) sessionStamp: string;

  @FlagColumn({ default: true }) active: boolean;

  /** Asked to join and has not set a password yet; until then the account is not active and has no password at all. */
  @FlagColumn({ default: false }) invited: boolean;

  /** Where work mail goes; without one the desk alone tells. */
  @TextColumn({ length: 254, nullable: true }) email: string | null;

  /** The morning's summary, and reminders of what is due soon; each can be declined by itself. */
  @FlagColumn({ default: true }) wantsDigest: boolean;
  @FlagColumn({ default: true }) wantsReminders: boolean;

  @InstantColumn() createdAt: number;
}
