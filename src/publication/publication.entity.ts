import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import { Reply } from '../feedback/reply.entity.js';
import {
  DayColumn,
  FlagColumn,
  Id,
  InstantColumn,
  IntColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { ClearedPlace } from './found-place.js';
import type { TurnedDown, UnpublishKind } from './unpublish-kind.js';

/**
 * What the public may read of an answered item: texts from which an officer took out everything personal, proposed by
 * one person and published by another. Whether it is shown is said by the item's own publication axis alone:
 * - `feedback.publication` is PUBLISHED: the texts are public;
 * - otherwise, where `unpublishedAt` is set, it was public once: its address says so (`noticeOf` in
 *   `unpublish-kind.ts`) and shows nothing of the texts, which may be those of a new proposal;
 * - otherwise it was never public, and there is no such address.
 */
@Entity('publication')
@Index(['publishedAt'])
@Index(['unpublishedAt'])
export class Publication {
  /** Its public number for good, also of the next answer; the tracking code stays with the citizen and the authority. */
  @Id()
  id: number;

  @IntColumn({ unique: true })
  feedbackId: number;

  @ManyToOne(() => Feedback)
  @JoinColumn({ name: 'feedbackId' })
  feedback: Relation<Feedback>;

  /** The answer that it speaks of. */
  @IntColumn()
  replyId: number;

  @ManyToOne(() => Reply)
  @JoinColumn({ name: 'replyId' })
  answer: Relation<Reply>;

  @TextColumn()
  title: string;

  @TextColumn()
  content: string;

  @TextColumn()
  reply: string;

  /** The three texts folded for searching. */
  @TextColumn()
  folded: string;

  @IntColumn()
  proposedById: number;

  @InstantColumn()
  proposedAt: number;

  @IntColumn({ nullable: true })
  publishedById: number | null;

  /** Epoch ms; null until somebody publishes it, and again once it is taken back. */
  @InstantColumn({ nullable: true })
  publishedAt: number | null;

  /** By when the answer was to be public (C4, domain §3.4): settled when it is published, null until then. */
  @DayColumn({ nullable: true })
  dueDay: string | null;

  /** Whether it was published after that day; null until it is published. The figure “in time” counts by this. */
  @FlagColumn({ nullable: true })
  publishedLate: boolean | null;

  /** When what was public was taken back, epoch ms; null while it is public, and where it never was. */
  @InstantColumn({ nullable: true })
  unpublishedAt: number | null;

  /** Why, in a word that chooses the notice; the reason in full stays in the journal. Set with `unpublishedAt`. */
  @TextColumn({ length: 24, nullable: true })
  unpublishKind: UnpublishKind | null;

  /** How the last proposal was turned down; null where it was not. */
  @TextColumn({ length: 16, nullable: true })
  turnedDown: TurnedDown | null;

  /** Places that look personal and, says the proposer, are not. Read at the desk alone. */
  @JsonColumn({ nullable: true, select: false })
  cleared: readonly ClearedPlace[] | null;

  /** Why they are not, in the proposer's words. Read at the desk alone. */
  @TextColumn({ nullable: true, select: false })
  clearedReason: string | null;
}
