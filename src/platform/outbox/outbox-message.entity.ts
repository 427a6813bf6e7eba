import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../database/columns.js';

export type OutboxState = 'WAITING' | 'DONE' | 'PARKED';
export type OutboxPayload = Readonly<Record<string, string | number>>;

/** Something to do after the unit of work that wrote it: a timer, later a mail. Identifiers only, no personal data. */
@Entity('outbox_message')
@Index(['state', 'runAt'])
export class OutboxMessage {
  @Id()
  id: number;

  @TextColumn({ length: 40 })
  topic: string;

  /** The same thing is written down once, however often it is asked for. */
  @TextColumn({ length: 120, unique: true })
  key: string;

  @JsonColumn()
  payload: OutboxPayload;

  @InstantColumn()
  runAt: number;

  @TextColumn({ length: 8 })
  state: OutboxState;

  @IntColumn()
  attempts: number;

  /** A worker has it until then; afterwards another may take it (the first has died). */
  @InstantColumn()
  claimedUntil: number;

  @TextColumn({ nullable: true })
  lastError: string | null;
}
