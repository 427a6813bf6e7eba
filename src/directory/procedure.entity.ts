import { Entity, Index } from 'typeorm';
import { Id, IntColumn, JsonColumn, TextColumn } from '../platform/database/columns.js';
import type { ProcedureLevel, ProcedureStatus } from './procedure-record.js';

/** Thủ tục hành chính, as the national portal publishes it. */
@Entity('procedure')
export class Procedure {
  @Id() id: number;

  /** `d.dddddd`. */
  @TextColumn({ length: 8, unique: true }) code: string;

  @TextColumn() name: string;

  /** Name, code and field, folded for searching. */
  @TextColumn() folded: string;

  @Index()
  @IntColumn()
  fieldId: number;

  @JsonColumn() levels: ProcedureLevel[];

  /** Whose decision it is; where the portal leaves it empty, the agency that handles it. */
  @TextColumn({ default: '' }) decidingAgency: string;

  @TextColumn({ default: '' }) handlingAgency: string;

  @TextColumn({ default: '' }) coAgencies: string;

  @TextColumn({ length: 200, default: '' }) decisionNumber: string;

  @TextColumn({ default: '' }) legalBasis: string;

  /** Who may use it, in the portal's words. */
  @JsonColumn() subjects: string[];

  @TextColumn({ length: 8, default: 'ACTIVE' }) status: ProcedureStatus;

  @TextColumn({ default: '' }) sourceUrl: string;

  /** Grows with every import that brought something, so that every process notices that what it remembers is old. */
  @Index()
  @IntColumn({ default: 0 })
  revision: number;
}
