import type { Message } from '../platform/kernel/errors.js';

/** One value of a record that an import would change. */
export interface ValueChange {
  /** The column's name in the catalogue: `directoryAdmin.column.<column>`. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What an import would do with one row of a file. */
export interface PlannedRow {
  readonly line: number;
  readonly kind: 'added' | 'changed' | 'unchanged' | 'bad';
  readonly code: string;
  readonly name: string;
  readonly changes: readonly ValueChange[];
  /** Why the row cannot be used. */
  readonly reason: Message | null;
}
