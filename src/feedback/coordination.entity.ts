import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { DayColumn, Id, InstantColumn, IntColumn } from '../platform/database/columns.js';
import type { Feedback } from './feedback.entity.js';

/** A co-ordinating agency (cơ quan phối hợp) that the lead agency has asked, with the inner day by which it should say. */
@Entity('coordination')
@Index(['feedbackId'])
@Index(['agencyId', 'answeredAt', 'dueDay'])
export class Coordination {
  @Id()
  id: number;

  @IntColumn()
  feedbackId: number;

  /** Named by text: the two entities would import each other. */
  @ManyToOne('Feedback', 'coordinations')
  @JoinColumn({ name: 'feedbackId' })
  feedback: Relation<Feedback>;

  @IntColumn()
  agencyId: number;

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'agencyId' })
  agency: Relation<Agency>;

  /** The inner due day; the promised date of the item stays what it is. */
  @DayColumn()
  dueDay: string;

  @IntColumn()
  askedById: number;

  @InstantColumn()
  askedAt: number;

  /** The journal entry that asked; its text is the question. */
  @IntColumn()
  askedSeq: number;

  @IntColumn({ nullable: true })
  answeredById: number | null;

  @InstantColumn({ nullable: true })
  answeredAt: number | null;

  /** The journal entry that answered; its text is the opinion. */
  @IntColumn({ nullable: true })
  answeredSeq: number | null;
}
