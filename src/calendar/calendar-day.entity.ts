import { Entity } from 'typeorm';
import { DayColumn, DayKeyColumn, FlagColumn, TextColumn } from '../platform/database/columns.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { SpecialDay } from './working-calendar.js';

/** A day that differs from the plain week. */
@Entity('calendar_day')
export class CalendarDay implements SpecialDay {
  @DayKeyColumn() day: CivilDay;

  @TextColumn({ length: 4 }) kind: 'OFF' | 'WORK';

  @TextColumn({ length: 200 }) name: string;

  @FlagColumn() confirmed: boolean;

  /** false: waits for an administrator and changes nothing yet. */
  @FlagColumn({ default: true }) applied: boolean;

  @DayColumn({ nullable: true }) swappedWith: CivilDay | null;
}
