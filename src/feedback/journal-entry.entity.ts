import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  Id,
  InstantColumn,
  IntColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Subject } from './classification.js';
import type { Action } from './transition.js';
import type { Publication, Rating, State } from './state.js';

export type ActorKind = 'citizen' | 'staff' | 'partner' | 'system';

/**
 * One thing that happened to one item, with the item's standing after it. Append-only: the engines refuse update
 * and delete. Order is `(feedbackId, seq)`; `recordedAt` never runs backwards within an item.
 */
@Entity('journal_entry')
@Index(['feedbackId', 'seq'], { unique: true })
@Index(['recordedAt'])
export class JournalEntry {
  @Id()
  id: number;

  @IntColumn()
  feedbackId: number;

  @IntColumn()
  seq: number;

  /** When it was written down: order, chain and figures go by it. */
  @InstantColumn()
  recordedAt: number;

  /** When it took effect: deadlines go by it (paper that came days before it was entered). */
  @InstantColumn()
  effectiveAt: number;

  @TextColumn({ length: 24 })
  action: Action | 'submit';

  @TextColumn({ length: 24, nullable: true })
  fromState: State | null;

  @TextColumn({ length: 24 })
  toState: State;

  @TextColumn({ length: 8 })
  actorKind: ActorKind;

  @IntColumn({ nullable: true })
  actorId: number | null;

  @IntColumn({ nullable: true })
  actorAgencyId: number | null;

  /** On whose books the item is after this; the intake agency before booking. */
  @IntColumn()
  agencyId: number;

  @IntColumn({ nullable: true })
  fromAgencyId: number | null;

  @TextColumn({ length: 24 })
  subject: Subject;

  @TextColumn({ length: 24, nullable: true })
  fromSubject: Subject | null;

  @IntColumn({ nullable: true })
  fieldId: number | null;

  @IntColumn({ nullable: true })
  fromFieldId: number | null;

  @DayColumn()
  dueDay: string;

  @DayColumn()
  plainDueDay: string;

  @TextColumn({ length: 24 })
  publication: Publication;

  @TextColumn({ length: 24, nullable: true })
  rating: Rating | null;

  @TextColumn({ length: 32, nullable: true })
  reasonCode: string | null;

  @IntColumn({ nullable: true })
  textId: number | null;

  @IntColumn({ nullable: true })
  replyId: number | null;

  /** Small facts without personal data: register number, code of the master, working days of an extension. */
  @JsonColumn({ nullable: true })
  details: Readonly<Record<string, string | number>> | null;

  /** Hash of the item's previous entry; empty for the first. */
  @TextColumn({ length: 64 })
  prevHash: string;

  @TextColumn({ length: 64 })
  hash: string;
}
