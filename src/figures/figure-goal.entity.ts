import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { DayColumn, Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { GoalSetting } from './figure-goal.js';

/** What an authority wants to reach, and from where on it grades: for which agency, from when until when. */
@Entity('figure_goal')
@Index(['agencyId', 'validFrom'])
export class FigureGoal implements GoalSetting {
  @Id() id: number;

  @IntColumn({ nullable: true }) agencyId: number | null;

  @ManyToOne(() => Agency, { nullable: true })
  @JoinColumn({ name: 'agencyId' })
  agency: Relation<Agency> | null;

  @IntColumn({ nullable: true }) handled: number | null;

  @IntColumn({ nullable: true }) onTime: number | null;

  @IntColumn({ nullable: true }) satisfied: number | null;

  @IntColumn() excellent: number;

  @IntColumn() good: number;

  @IntColumn() fulfilled: number;

  @IntColumn() fewest: number;

  @DayColumn() validFrom: CivilDay;

  /** The first day on which it holds no more. */
  @DayColumn({ nullable: true }) validTo: CivilDay | null;

  /** The decision that set it. */
  @TextColumn({ length: 300, default: '' }) note: string;

  @IntColumn() addedById: number;

  @InstantColumn() addedAt: number;

  /** Who set its end. */
  @IntColumn({ nullable: true }) endedById: number | null;
}
