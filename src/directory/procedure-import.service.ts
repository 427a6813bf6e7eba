import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlannedRow } from './import-plan.js';
import { ImportProcedures } from './import-procedures.service.js';
import type { ImportedRow } from './imported-row.js';
import { procedureFile } from './procedure-file.js';
import { planProcedures } from './procedure-plan.js';
import type { ProcedureRecord } from './procedure-record.js';
import { Procedure } from './procedure.entity.js';

/** Rows that are compared in one question; the SQLite driver answers without letting others in between. */
const COMPARED = 50;

/** Tries and applies files of procedures. */
@Injectable()
export class ProcedureImport {
  constructor(
    private readonly procedures: ImportProcedures,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  async revision(manager: EntityManager = this.reader.manager): Promise<number> {
    return (await manager.maximum(Procedure, 'revision')) ?? 0;
  }

  /** What would happen, row by row, in the order of the file. */
  async *plan(path: string): AsyncGenerator<PlannedRow> {
    let batch: ImportedRow<ProcedureRecord>[] = [];
    for await (const row of procedureFile(path)) {
      batch.push(row);
      if (batch.length < COMPARED) continue;
      yield* await this.planned(batch);
      batch = [];
      await nextTurn();
    }
    yield* await this.planned(batch);
  }

  /** @returns the good rows in batches, each to be given to `take`. */
  async *batches(path: string, size: number): AsyncGenerator<ProcedureRecord[]> {
    let batch: ProcedureRecord[] = [];
    for await (const { record } of procedureFile(path)) {
      if (record) batch.push(record);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
      await nextTurn();
    }
    yield batch;
  }

  /** One unit of work; what is there already stays as it is. */
  async take(records: readonly ProcedureRecord[]): Promise<void> {
    if (records.length > 0) await this.procedures.take(records);
  }

  private async planned(rows: readonly ImportedRow<ProcedureRecord>[]): Promise<PlannedRow[]> {
    const good = rows.flatMap((row) => (row.record ? [{ ...row, record: row.record }] : []));
    const planned = good.length > 0 ? await planProcedures(this.reader.manager, good) : [];
    const byLine = new Map(planned.map((row) => [row.line, row]));
    return rows.map(
      ({ line, reason }) =>
        byLine.get(line) ?? { line, kind: 'bad', code: '', name: '', changes: [], reason },
    );
  }
}
