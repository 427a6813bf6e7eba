import { Entity } from 'typeorm';
import { FlagColumn, Id, TextColumn } from '../platform/database/columns.js';

/** Lĩnh vực: what procedures are grouped by on the national portal, which gives names but no codes. */
@Entity('procedure_field')
export class ProcedureField {
  @Id() id: number;

  /** Made of the name, `dat-dai`, so that it is the same on every installation. */
  @TextColumn({ length: 200, unique: true }) code: string;

  @TextColumn({ length: 200 }) name: string;

  @TextColumn() folded: string;

  /** No longer offered for new work; what has it keeps it. */
  @FlagColumn({ default: false }) retired: boolean;
}
