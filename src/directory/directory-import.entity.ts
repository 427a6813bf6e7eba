import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../platform/database/columns.js';
import type { PlannedRow } from './import-plan.js';

export const IMPORT_KINDS = ['PROCEDURES', 'AGENCIES'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** CHECKED: a person may look at what would happen, and confirm. REFUSED: the file as a whole cannot be used. */
export type ImportState = 'CHECKING' | 'CHECKED' | 'APPLYING' | 'DONE' | 'REFUSED' | 'CANCELLED';

/** A file that was sent in to change the directory: first tried, then applied by a person's word. */
@Entity('directory_import')
@Index(['addedAt'])
export class DirectoryImport {
  @Id() id: number;

  @TextColumn({ length: 12 }) kind: ImportKind;

  @TextColumn({ length: 12 }) state: ImportState;

  /** Under which the bytes lie; empty once they are gone. */
  @TextColumn({ length: 40 }) storedName: string;

  @TextColumn({ length: 200 }) fileName: string;

  @TextColumn({ length: 64 }) sha256: string;

  @IntColumn() size: number;

  /** The directory's revision that the trial compared with; another one makes the trial stale. */
  @IntColumn({ default: 0 }) revision: number;

  @IntColumn({ default: 0 }) added: number;

  @IntColumn({ default: 0 }) changed: number;

  @IntColumn({ default: 0 }) unchanged: number;

  @IntColumn({ default: 0 }) bad: number;

  /** Rows worked so far, of the trial or of the application. */
  @IntColumn({ default: 0 }) done: number;

  /** Why the file is refused, with the line where that helps. */
  @TextColumn({ length: 32, default: '' }) fault: string;

  @IntColumn({ default: 0 }) faultLine: number;

  /** The first rows of each kind, for the page. */
  @JsonColumn({ nullable: true }) sample: readonly PlannedRow[] | null;

  @IntColumn() addedById: number;

  @InstantColumn() addedAt: number;

  @InstantColumn({ nullable: true }) appliedAt: number | null;
}
