import { createReadStream } from 'node:fs';
import { UsageError } from '../platform/kernel/errors.js';
import { TableFile } from '../platform/storage/table-file.js';
import { AGENCY_COLUMNS, type AgencyRecord, readAgency } from './agency-record.js';
import type { AgencyLevel } from './agency-level.js';
import { ImportFault } from './import-fault.js';
import { cellsByName, columnName, type ImportedRow, RowReader } from './imported-row.js';
import { jsonListOf } from './json-list.js';
import { committeeNames } from './peoples-committee.js';
import { firstSign, requireColumns } from './procedure-file.js';
import { ProvinceReader } from './province-reader.js';
import type { UnitRecord } from './unit-record.js';

/**
 * Agencies of a file that somebody sent: a table, or the list of administrative units as JSON.
 * @throws TableFault, ImportFault when the file as a whole cannot be used.
 */
export async function* agencyFile(path: string, rootCode: string): AsyncGenerator<ImportedRow<AgencyRecord>> {
  yield* (await firstSign(path)) === '[' ? ofUnits(path, rootCode) : ofTable(path);
}

async function* ofTable(path: string): AsyncGenerator<ImportedRow<AgencyRecord>> {
  const reader = new RowReader<AgencyRecord>();
  let columns: string[] | null = null;
  let rows = 0;
  for await (const row of new TableFile().rowsOf(createReadStream(path))) {
    if (columns === null) {
      columns = row.cells.map(columnName);
      requireColumns(columns, AGENCY_COLUMNS, row.line);
      continue;
    }
    const names = columns;
    rows++;
    yield reader.read(row.line, () => readAgency(cellsByName(names, row)));
  }
  if (rows === 0) throw new ImportFault('noRows');
}

async function* ofUnits(path: string, rootCode: string): AsyncGenerator<ImportedRow<AgencyRecord>> {
  const bad: ImportedRow<AgencyRecord>[] = [];
  const reader = new ProvinceReader({
    progress: () => undefined,
    bad: (line, _, reason) => bad.push({ line, record: null, reason }),
  });
  let rows = 0;
  try {
    for await (const { value, lines } of jsonListOf(path)) {
      const { province, communes } = reader.read(value, lines);
      yield* bad.splice(0);
      rows++;
      if (!province) continue;
      yield { line: lines.line, record: asRecord(province, 'PROVINCE', rootCode), reason: null };
      for (const [index, unit] of communes.entries()) {
        const record = asRecord(unit, 'COMMUNE', province.code, province.unit);
        yield { line: lines.nested[index] ?? lines.line, record, reason: null };
      }
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new ImportFault('json');
  }
  if (rows === 0) throw new ImportFault('noRows');
}

function asRecord(
  { code, unit }: UnitRecord,
  level: AgencyLevel,
  parentCode: string,
  within?: string,
): AgencyRecord {
  return { code, level, parentCode, ...committeeNames(unit, within) };
}
