import { Entity } from 'typeorm';
import { FlagColumn, IntColumn, KeyColumn, TextColumn } from '../platform/database/columns.js';

/** A year whose plan was entered; years without a row are unknown. */
@Entity('calendar_year')
export class CalendarYear {
  @KeyColumn() year: number;

  @FlagColumn() confirmed: boolean;

  @TextColumn() note: string;

  /** Grows with every change, so that every process notices that its calendar is old. */
  @IntColumn() revision: number;
}
