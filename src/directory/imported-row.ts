import type { Message } from '../platform/kernel/errors.js';
import type { FileRow } from '../platform/storage/table-file.js';
import { foldWords } from '../platform/kernel/fold.js';
import { BadRow, rowMessage } from './import-report.js';

/** A row of a file as a record, or why it is none. */
export interface ImportedRow<T> {
  readonly line: number;
  readonly record: T | null;
  readonly reason: Message | null;
}

/** @returns `ma_thu_tuc` for “Mã thủ tục”: headers are known with and without marks, blanks and capitals. */
export function columnName(header: string): string {
  return foldWords(header).join('_');
}

/** @returns the cells by the header's names; unknown columns are passed over. @throws BadRow */
export function cellsByName(columns: readonly string[], row: FileRow): Record<string, string> {
  if (row.fault !== null) throw new BadRow(row.fault, rowMessage(row.fault));
  if (row.cells.length !== columns.length) {
    const said = rowMessage('columns', { found: row.cells.length, wanted: columns.length });
    throw new BadRow('columns', said);
  }
  return Object.fromEntries(columns.map((column, index) => [column, row.cells[index] ?? '']));
}

/** Reads rows one by one; a code that stands in the file twice is bad the second time. */
export class RowReader<T extends { readonly code: string }> {
  private readonly lineOfCode = new Map<string, number>();

  read(line: number, record: () => T): ImportedRow<T> {
    try {
      const read = record();
      const first = this.lineOfCode.get(read.code);
      if (first !== undefined)
        throw new BadRow('twice', rowMessage('twice', { code: read.code, line: first }));
      this.lineOfCode.set(read.code, line);
      return { line, record: read, reason: null };
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      return { line, record: null, reason: error.said };
    }
  }
}
