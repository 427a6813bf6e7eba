import { Entity, Index } from 'typeorm';
import { DayColumn, FlagColumn, Id, IntColumn, TextColumn } from '../platform/database/columns.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { AgencyLevel } from './agency-level.js';

/** A state agency: alive in [validFrom, validTo), with the contact points it must publish (NĐ 20/2008 Đ.13). */
@Entity('agency')
export class Agency {
  @Id() id: number;

  /** The official code: of the administrative unit for People's Committees (`01`, `00004`), else an abbreviation. */
  @TextColumn({ length: 40, unique: true }) code: string;

  @TextColumn({ length: 300 }) name: string;

  /** For narrow places: `UBND phường Ba Đình`. */
  @TextColumn({ length: 200 }) shortName: string;

  /** Names and code, folded for searching. */
  @TextColumn() folded: string;

  @TextColumn({ length: 12 }) level: AgencyLevel;

  /** The present parent; history lies in `AgencyPlacement`. */
  @Index()
  @IntColumn({ nullable: true })
  parentId: number | null;

  /** Ids from the root down to this agency, `/1/24/`: a subtree is a prefix. */
  @Index()
  @TextColumn({ length: 200 })
  path: string;

  @DayColumn() validFrom: CivilDay;

  /** The first day it is no more. */
  @DayColumn({ nullable: true }) validTo: CivilDay | null;

  /** Who took over its work; a successor may have one itself. */
  @IntColumn({ nullable: true }) successorId: number | null;

  /** Whether citizens may choose it when sending. */
  @FlagColumn({ default: true }) intakeOpen: boolean;

  /** Takes what a citizen sends without naming an agency; one agency has it. */
  @FlagColumn({ default: false }) takesUnaddressed: boolean;

  @TextColumn({ default: '' }) address: string;

  @TextColumn({ default: '' }) postalAddress: string;

  @TextColumn({ length: 100, default: '' }) phone: string;

  @TextColumn({ length: 200, default: '' }) email: string;

  @TextColumn({ length: 300, default: '' }) website: string;

  /** Grows with every change to any agency, so that every process notices that its tree is old. */
  @Index()
  @IntColumn({ default: 0 })
  revision: number;
}
