import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../platform/database/columns.js';

/**
 * CHECKING: read through without storing anything. CHECKED: waits for the person's word. REFUSED: the file as a whole is
 * none, or the person may no longer take anything in.
 */
export type ItemImportState = 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'REFUSED' | 'DROPPED';

/** A line that cannot be taken in: its number in the file, the column at fault, and why (a catalogue key). */
export interface BadLine {
  readonly line: number;
  readonly column: string;
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One file of items keyed in elsewhere, from its trial to its last line. */
@Entity('item_import')
@Index(['state', 'createdAt'])
export class ItemImport {
  @Id()
  id: number;

  @IntColumn()
  staffId: number;

  /** The bytes' name in the file store; gone when the import is over. */
  @TextColumn({ length: 80 })
  storedName: string;

  @TextColumn({ length: 200 })
  fileName: string;

  /** What tells these items from those of another source with the same numbers. */
  @TextColumn({ length: 40 })
  source: string;

  @TextColumn({ length: 8 })
  state: ItemImportState;

  /** Why the file is refused (`partners.import.fault`); empty where it is not. */
  @TextColumn({ length: 32, default: '' })
  fault: string;

  /** Lines that are done. */
  @IntColumn()
  done: number;

  @IntColumn()
  added: number;

  @IntColumn()
  known: number;

  @IntColumn()
  bad: number;

  /** The first hundred, for the page. */
  @JsonColumn()
  badLines: readonly BadLine[];

  @InstantColumn()
  createdAt: number;

  @InstantColumn({ nullable: true })
  endedAt: number | null;
}
