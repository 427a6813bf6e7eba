import { Entity } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextKeyColumn } from '../database/columns.js';

/** One thing that the authority itself has decided about its installation; what was never decided has no row. */
@Entity('installation_choice')
export class InstallationChoice {
  @TextKeyColumn(64)
  name: string;

  @JsonColumn()
  value: unknown;

  @InstantColumn()
  changedAt: number;

  /** Null where a command set it. */
  @IntColumn({ nullable: true })
  changedById: number | null;
}
