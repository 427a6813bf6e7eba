import { Entity, Index } from 'typeorm';
import { DayColumn, Id, IntColumn } from '../platform/database/columns.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** Where an agency stood in the tree in [validFrom, validTo): one row a parent it has had. */
@Entity('agency_placement')
export class AgencyPlacement {
  @Id() id: number;

  @Index()
  @IntColumn()
  agencyId: number;

  @IntColumn({ nullable: true }) parentId: number | null;

  @DayColumn() validFrom: CivilDay;

  @DayColumn({ nullable: true }) validTo: CivilDay | null;
}
