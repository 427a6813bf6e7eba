import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import { Reply } from '../feedback/reply.entity.js';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/**
 * What the public may read of an answered item: texts from which an officer took out everything personal, proposed by
 * one person and published by another. Whether it is shown is said by the item's own publication axis alone.
 */
@Entity('publication')
@Index(['publishedAt'])
export class Publication {
  /** Its public number; the tracking code stays between the citizen and the authority. */
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
}
