import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../platform/database/columns.js';

/** TRIED: read through without storing anything; waits for the person's word. */
export type ImportState = 'TRIED' | 'RUNNING' | 'DONE' | 'FAILED' | 'DROPPED';

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
  state: ImportState;

  /** Lines that are done. */
  @IntColumn()
  done: number;

  @IntColumn()
  added: number;

  @IntColumn()
  known: number;

  @IntColumn()
  bad: number;

  /** The first hundred; all of them are in the list that the page offers. */
  @JsonColumn()
  badLines: readonly BadLine[];

  @InstantColumn()
  createdAt: number;

  @InstantColumn({ nullable: true })
  endedAt: number | null;
}
