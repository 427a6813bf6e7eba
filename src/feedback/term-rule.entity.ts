import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { DayColumn, Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Channel, Subject, Urgency } from './classification.js';
import type { TermSetting } from './term-rule.js';

/** A term that an authority has set: for which reports, how many working days, from when until when. */
@Entity('term_rule')
@Index(['agencyId', 'validFrom'])
export class TermRule implements TermSetting {
  @Id() id: number;

  @TextColumn({ length: 24, nullable: true }) subject: Subject | null;

  @TextColumn({ length: 16, nullable: true }) urgency: Urgency | null;

  @TextColumn({ length: 24, nullable: true }) channel: Channel | null;

  @IntColumn({ nullable: true }) agencyId: number | null;

  @ManyToOne(() => Agency, { nullable: true })
  @JoinColumn({ name: 'agencyId' })
  agency: Relation<Agency> | null;

  @IntColumn() term: number;

  @DayColumn() validFrom: CivilDay;

  /** The first day on which it holds no more. */
  @DayColumn({ nullable: true }) validTo: CivilDay | null;

  /** The decision that set it, for those who ask. */
  @TextColumn({ length: 300, default: '' }) note: string;

  @IntColumn() addedById: number;

  @InstantColumn() addedAt: number;

  /** Who set its end. */
  @IntColumn({ nullable: true }) endedById: number | null;
}
