import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UsageError } from '../platform/kernel/errors.js';
import { readText } from '../platform/storage/text-file.js';
import {
  OPTIONAL_COLUMNS,
  type ProcedureColumn,
  type ProcedureRow,
  REQUIRED_COLUMNS,
} from './procedure-record.js';

/** A row of the table, or why there is none. */
export interface TableRow {
  /** The line on which the row begins. */
  readonly line: number;
  readonly row: ProcedureRow | null;
  readonly fault: string;
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number; readonly error?: CsvError };
}

/**
 * Reads the portal's table of procedures from a CSV file, row by row.
 * @throws UsageError in one line when it is not such a table, or a quotation mark is never closed.
 */
export async function* readProcedureRows(path: string): AsyncGenerator<TableRow> {
  const parser = parse({
    info: true,
    relax_column_count: true,
    max_record_size: 1_000_000,
  });
  let columns: (ProcedureColumn | null)[] | null = null;
  let line = 1;
  try {
    for await (const { record, info } of Readable.from(plainLineEnds(readText(path))).compose(
      parser,
    ) as AsyncIterable<Parsed>) {
      const begins = line;
      line = info.lines + 1;
      if (record.length === 1 && record[0]?.trim() === '') continue;
      if (columns === null) columns = readHeader(path, record);
      else yield tableRow(columns, record, begins);
    }
  } catch (error) {
    throw asUsage(path, error);
  }
  if (columns === null) throw new UsageError(`${path} has no header`);
}

function tableRow(
  columns: readonly (ProcedureColumn | null)[],
  record: readonly string[],
  line: number,
): TableRow {
  if (record.length !== columns.length) {
    return { line, row: null, fault: `has ${record.length} columns, the header has ${columns.length}` };
  }
  const cells = columns.flatMap((column, index) =>
    column === null ? [] : [[column, record[index] ?? ''] as const],
  );
  return { line, row: Object.fromEntries(cells), fault: '' };
}

/** Columns may stand in any order; unknown ones are passed over. */
function readHeader(path: string, record: readonly string[]): (ProcedureColumn | null)[] {
  const names = record.map((name) => name.trim().toLowerCase());
  const missing = REQUIRED_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new UsageError(`${path} is not a table of procedures: the header lacks ${missing.join(', ')}`);
  }
  const known: readonly string[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];
  return names.map((name) => (known.includes(name) ? (name as ProcedureColumn) : null));
}

function asUsage(path: string, error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const at = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  return new UsageError(
    `${path} is not CSV${at}: ${error.code.replace('CSV_', '').toLowerCase().replaceAll('_', ' ')}`,
  );
}

/** The parser counts a line end of two characters inside a quoted cell twice, and lines would be told wrong. */
async function* plainLineEnds(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    const whole = held + text;
    held = whole.endsWith('\r') ? '\r' : '';
    yield whole.slice(0, whole.length - held.length).replaceAll('\r\n', '\n');
  }
  yield held;
}
