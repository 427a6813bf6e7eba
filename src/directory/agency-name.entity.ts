import { Entity, Index } from 'typeorm';
import { DayColumn, Id, IntColumn, TextColumn } from '../platform/database/columns.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** A name that an agency had in [validFrom, validTo); its present one stands in `Agency`. */
@Entity('agency_name')
export class AgencyName {
  @Id() id: number;

  @Index()
  @IntColumn()
  agencyId: number;

  @TextColumn({ length: 300 }) name: string;

  @TextColumn({ length: 200 }) shortName: string;

  @DayColumn() validFrom: CivilDay;

  @DayColumn() validTo: CivilDay;
}
