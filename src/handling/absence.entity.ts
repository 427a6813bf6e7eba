import { Entity, Index } from 'typeorm';
import { DayColumn, Id, InstantColumn, IntColumn } from '../platform/database/columns.js';

/** Days on which somebody is not at the desk, both included, and who does the work meanwhile. */
@Entity('absence')
@Index(['staffId', 'toDay'])
@Index(['substituteId', 'toDay'])
export class Absence {
  @Id()
  id: number;

  @IntColumn()
  staffId: number;

  @DayColumn()
  fromDay: string;

  @DayColumn()
  toDay: string;

  @IntColumn({ nullable: true })
  substituteId: number | null;

  @InstantColumn()
  createdAt: number;
}
