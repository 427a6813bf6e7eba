import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  Id,
  InstantColumn,
  IntColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** What is decided about an agency for a day. ABOLISH may have a successor too: MERGE says that others stay. */
export const AGENCY_CHANGES = ['RENAME', 'MOVE', 'MERGE', 'ABOLISH'] as const;
export type AgencyChangeKind = (typeof AGENCY_CHANGES)[number];

/** PLANNED: its day has not come. MOVING: it holds, and items are still on their way to the successor. */
export type AgencyChangeState = 'PLANNED' | 'MOVING' | 'DONE' | 'CANCELLED';

/** One decision about one agency; a merger of several is one for each. */
@Entity('agency_change')
@Index(['state', 'day'])
export class AgencyChange {
  @Id() id: number;

  @Index()
  @IntColumn()
  agencyId: number;

  @TextColumn({ length: 8 }) kind: AgencyChangeKind;

  /** The first day on which it holds. */
  @DayColumn() day: CivilDay;

  @TextColumn({ length: 12 }) state: AgencyChangeState;

  /** Of a rename. */
  @TextColumn({ length: 300, default: '' }) name: string;

  @TextColumn({ length: 200, default: '' }) shortName: string;

  /** Of a move. */
  @IntColumn({ nullable: true }) parentId: number | null;

  /** Who takes over the work. */
  @Index()
  @IntColumn({ nullable: true })
  successorId: number | null;

  /** Whether its staff get their roles at the successor as well. */
  @FlagColumn({ default: false }) withStaff: boolean;

  /** Items that had to move when it began to hold, and those that have. */
  @IntColumn({ default: 0 }) total: number;

  @IntColumn({ default: 0 }) moved: number;

  @IntColumn() addedById: number;

  @InstantColumn() addedAt: number;
}
