import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { UsageError } from '../platform/kernel/errors.js';
import { fieldCode } from './field-code.js';
import {
  BadRow,
  type ImportReport,
  type ImportWatcher,
  NOTHING,
  rowMessage,
  sumOf,
} from './import-report.js';
import { Procedure } from './procedure.entity.js';
import { ProcedureField } from './procedure-field.entity.js';
import { type ProcedureRecord, readProcedure } from './procedure-record.js';
import { readProcedureFile } from './procedure-lines.js';
import type { TableRow } from './procedure-rows.js';
import { keepTexts } from './procedure-texts.js';
import { foldedText } from './rank-matches.js';

const BATCH = 200;
/** Rows of one statement: the SQLite driver lets nobody in between. */
const INSERTED = 25;

/** What a file says of a procedure, as it is stored. */
export type Brought = Omit<Procedure, 'id' | 'legalBasis' | 'status' | 'revision'>;

/** Brings administrative procedures, and the fields they name, from the portal's table or its whole texts. */
@Injectable()
export class ImportProcedures {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * One unit of work for every 200 rows; rows are matched by their code. What the table does not tell (legal
   * basis, status) stays as it is.
   * @throws UsageError in one line when the file as a whole cannot be used; nothing was written then.
   */
  async run(path: string, watcher: ImportWatcher): Promise<ImportReport> {
    const total = await countRows(path);
    const lineOfCode = new Map<string, number>();
    let report = NOTHING;
    let done = 0;
    let batch: ProcedureRecord[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length > 0) report = sumOf(report, await this.take(batch));
      batch = [];
      watcher.progress(done, total);
    };
    for await (const row of readProcedureFile(path)) {
      done++;
      const record = readRow(row, lineOfCode, watcher);
      if (record) batch.push(record);
      else report = sumOf(report, { ...NOTHING, bad: 1 });
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    return report;
  }

  /** Brings these rows, in the unit of work that is open or one of their own. */
  take(records: readonly ProcedureRecord[]): Promise<ImportReport> {
    return this.unitOfWork.run(async (tx) => {
      const fields = await fieldsFor(tx, records);
      const known = await rowsOf(tx, records);
      const brought = records.map((record) => asRow(record, fields));
      const fresh = brought.filter((row) => !known.has(row.code));
      const changed = brought.filter((row) => differs(known.get(row.code), row));
      const revision = ((await tx.maximum(Procedure, 'revision')) ?? 0) + 1;
      for (let at = 0; at < fresh.length; at += INSERTED) {
        await nextTurn();
        const some = fresh.slice(at, at + INSERTED);
        const rows = some.map((row) => ({ ...row, legalBasis: '', status: 'ACTIVE' as const, revision }));
        await tx.insert(Procedure, rows);
      }
      for (const row of changed) {
        await tx.update(Procedure, { code: row.code }, { ...row, revision });
        await nextTurn();
      }
      const told = await keepTexts(tx, records, await rowsOf(tx, records));
      const other = new Set([...changed.map(({ code }) => code), ...told]);
      for (const { code } of fresh) other.delete(code);
      if (other.size > 0) await tx.update(Procedure, { code: In([...other]) }, { revision });
      const unchanged = records.length - fresh.length - other.size;
      return { added: fresh.length, changed: other.size, unchanged, bad: 0 };
    });
  }
}

export async function rowsOf(
  tx: EntityManager,
  records: readonly ProcedureRecord[],
): Promise<Map<string, Procedure>> {
  const codes = records.map((record) => record.code);
  return new Map((await tx.findBy(Procedure, { code: In(codes) })).map((row) => [row.code, row]));
}

function readRow(
  { line, row, fault }: TableRow,
  lineOfCode: Map<string, number>,
  watcher: ImportWatcher,
): ProcedureRecord | null {
  try {
    if (!row) throw new BadRow(fault, rowMessage('notObject'));
    const record = readProcedure(row);
    const first = lineOfCode.get(record.code);
    if (first !== undefined) {
      const said = rowMessage('twice', { code: record.code, line: first });
      throw new BadRow(`${record.code} stands in line ${first} already`, said);
    }
    lineOfCode.set(record.code, line);
    return record;
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    watcher.bad(line, error.message, error.said);
    return null;
  }
}

export function asRow(
  { fieldName, levels, subjects, text: _, ...record }: ProcedureRecord,
  fields: ReadonlyMap<string, number>,
): Brought {
  const fieldId = fields.get(fieldCode(fieldName));
  if (fieldId === undefined) throw new Error(`no field ${fieldName}`);
  const folded = foldedText(record.name, record.code, fieldName);
  return { ...record, fieldId, folded, levels: [...levels], subjects: [...subjects] };
}

export function differs(before: Procedure | undefined, row: Brought): boolean {
  if (!before) return false;
  return Object.entries(row).some(
    ([name, value]) => JSON.stringify(before[name as keyof Brought]) !== JSON.stringify(value),
  );
}

/** @returns field id by code; fields that were not known yet are added. */
async function fieldsFor(
  tx: EntityManager,
  records: readonly ProcedureRecord[],
): Promise<Map<string, number>> {
  const names = new Map(records.map((record) => [fieldCode(record.fieldName), record.fieldName]));
  const codes = [...names.keys()];
  const known = new Set((await tx.findBy(ProcedureField, { code: In(codes) })).map((field) => field.code));
  const fresh = [...names].filter(([code]) => !known.has(code));
  if (fresh.length > 0) {
    await tx.insert(
      ProcedureField,
      fresh.map(([code, name]) => ({ code, name, folded: foldedText(name) })),
    );
  }
  return new Map(
    (await tx.findBy(ProcedureField, { code: In(codes) })).map((field) => [field.code, field.id]),
  );
}

/** The first reading proves that the file is a whole table, before anything is written. */
async function countRows(path: string): Promise<number> {
  let rows = 0;
  for await (const _ of readProcedureFile(path)) rows++;
  if (rows === 0) throw new UsageError(`${path} has a header but no procedure`);
  return rows;
}
