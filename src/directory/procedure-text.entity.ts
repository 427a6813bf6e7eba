import { Entity } from 'typeorm';
import { KeyColumn, TextColumn } from '../platform/database/columns.js';

/** What a procedure says of itself besides its name: results, steps, papers. Apart, since only searching reads it. */
@Entity('procedure_text')
export class ProcedureText {
  @KeyColumn() procedureId: number;

  /** Bounded by the import; with its marks. */
  @TextColumn() body: string;
}
