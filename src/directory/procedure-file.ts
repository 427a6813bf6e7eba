import { createReadStream } from 'node:fs';
import { DecodedText } from '../platform/storage/decoded-text.js';
import { TableFile } from '../platform/storage/table-file.js';
import { linesOf } from '../platform/storage/table-lines.js';
import { ImportFault } from './import-fault.js';
import { BadRow, rowMessage } from './import-report.js';
import { cellsByName, columnName, type ImportedRow, RowReader } from './imported-row.js';
import {
  type ProcedureRecord,
  type ProcedureRow,
  readProcedure,
  REQUIRED_COLUMNS,
} from './procedure-record.js';

/** Characters of one procedure with its whole text. */
const LONGEST = 5_000_000;

/** What other lists call the columns of the portal's. */
const ALSO: Readonly<Record<string, string>> = {
  ma_tthc: 'ma_thu_tuc',
  ma_so: 'ma_thu_tuc',
  ten_tthc: 'ten_thu_tuc',
  ten_thu_tuc_hanh_chinh: 'ten_thu_tuc',
  cap_giai_quyet: 'cap_thuc_hien',
  co_quan_giai_quyet: 'co_quan_thuc_hien',
  doi_tuong: 'doi_tuong_thuc_hien',
  quyet_dinh_cong_bo: 'so_quyet_dinh',
};

/**
 * Procedures of a file that somebody sent: a table, or JSON lines with the same columns.
 * @throws TableFault, ImportFault when the file as a whole cannot be used.
 */
export async function* procedureFile(path: string): AsyncGenerator<ImportedRow<ProcedureRecord>> {
  const reader = new RowReader<ProcedureRecord>();
  yield* (await firstSign(path)) === '{' ? ofLines(path, reader) : ofTable(path, reader);
}

/** @returns the first character that is no blank. */
export async function firstSign(path: string): Promise<string> {
  for await (const text of new DecodedText().of(createReadStream(path))) {
    const [sign] = text.replace(/^\ufeff/, '').trimStart();
    if (sign !== undefined) return sign;
  }
  throw new ImportFault('empty');
}

type Reader = RowReader<ProcedureRecord>;

async function* ofTable(path: string, reader: Reader): AsyncGenerator<ImportedRow<ProcedureRecord>> {
  let columns: string[] | null = null;
  let rows = 0;
  for await (const row of new TableFile().rowsOf(createReadStream(path))) {
    if (columns === null) {
      columns = row.cells.map((cell) => ALSO[columnName(cell)] ?? columnName(cell));
      requireColumns(columns, REQUIRED_COLUMNS, row.line);
      continue;
    }
    const names = columns;
    rows++;
    yield reader.read(row.line, () => readProcedure(cellsByName(names, row)));
  }
  if (rows === 0) throw new ImportFault('noRows');
}

/** @throws ImportFault where a column that every row needs is missing, or stands there twice. */
export function requireColumns(columns: readonly string[], required: readonly string[], line: number): void {
  const isWhole = required.every((column) => columns.filter((one) => one === column).length === 1);
  if (!isWhole) throw new ImportFault('header', line);
}

async function* ofLines(path: string, reader: Reader): AsyncGenerator<ImportedRow<ProcedureRecord>> {
  for await (const { line, text, isTooLong } of linesOf(
    new DecodedText().of(createReadStream(path)),
    LONGEST,
  )) {
    if (text.trim() === '') continue;
    yield reader.read(line, () => {
      if (isTooLong) throw new BadRow('too long', rowMessage('longLine'));
      return readProcedure(objectOf(text));
    });
  }
}

function objectOf(text: string): ProcedureRow {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value).filter(([, cell]) => typeof cell === 'string'));
  } catch {
    // Said below, as for whatever is no object.
  }
  throw new BadRow('is not an object', rowMessage('notObject'));
}
