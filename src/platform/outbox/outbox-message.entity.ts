import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../database/columns.js';

/** PARKED: it has given up and waits for a person. GIVEN_UP: a person has decided that it is not to happen. */
export type OutboxState = 'WAITING' | 'DONE' | 'PARKED' | 'GIVEN_UP';
export type OutboxPayload = Readonly<Record<string, string | number>>;

/** Something to do after the unit of work that wrote it: a timer, a mail. Identifiers only, no personal data. */
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

  /** Tries that began and whose end nobody wrote down: the process died, and a mail may or may not have left. */
  @IntColumn({ default: 0 })
  unreported: number;

  /** A worker has it until then; afterwards another may take it (the first has died). */
  @InstantColumn()
  claimedUntil: number;

  @TextColumn({ nullable: true })
  lastError: string | null;
}
