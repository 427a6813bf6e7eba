import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  Id,
  InstantColumn,
  IntColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Assessment } from './classification.js';

/** A reply to the citizen: a draft until somebody other than its drafter approves it; earlier ones are kept. */
@Entity('reply')
@Index(['feedbackId'])
export class Reply {
  @Id()
  id: number;

  @IntColumn()
  feedbackId: number;

  @TextColumn()
  body: string;

  @TextColumn({ length: 32 })
  outcome: string;

  /** The six criteria of Đ.14 khoản 2 điểm c NĐ 20/2008/NĐ-CP; null for acts. */
  @JsonColumn({ nullable: true })
  criteria: Assessment | null;

  /** Number, day and signatory of the document, where there is one. */
  @TextColumn({ length: 64, nullable: true })
  number: string | null;

  @DayColumn({ nullable: true })
  day: string | null;

  @TextColumn({ length: 120, nullable: true })
  signatory: string | null;

  @IntColumn()
  drafterId: number;

  @IntColumn({ nullable: true })
  approvedById: number | null;

  @InstantColumn()
  draftedAt: number;
}
