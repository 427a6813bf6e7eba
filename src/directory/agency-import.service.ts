import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { AgencyDirectory } from './agency-directory.service.js';
import { agencyFile } from './agency-file.js';
import { AgencyPlan, detailsOf, type PlannedAgency } from './agency-plan.js';
import type { AgencyRecord } from './agency-record.js';
import { AgencyRegistry } from './agency-registry.service.js';
import { Agency } from './agency.entity.js';
import type { PlannedRow } from './import-plan.js';
import { ImportFault } from './import-fault.js';
import type { ImportedRow } from './imported-row.js';

/** Local government of two levels began on this day, with the units that such a list holds. */
const TWO_LEVELS = '2025-07-01';

/** Tries and applies files of agencies. */
@Injectable()
export class AgencyImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: AgencyRegistry,
    private readonly directory: AgencyDirectory,
    private readonly clock: Clock,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  async revision(manager: EntityManager = this.reader.manager): Promise<number> {
    return (await manager.maximum(Agency, 'revision')) ?? 0;
  }

  /** What would happen, row by row. */
  async *plan(path: string): AsyncGenerator<PlannedRow> {
    const { rootCode, plan } = await this.begin();
    for await (const row of agencyFile(path, rootCode)) yield plan.row(row);
  }

  /** @returns the rows in batches, each to be given to `take`. */
  async *batches(path: string, size: number): AsyncGenerator<AgencyRecord[]> {
    const { rootCode, plan } = await this.begin();
    let batch: AgencyRecord[] = [];
    for await (const row of agencyFile(path, rootCode)) {
      if (needsWork(plan, row)) batch.push(row.record as AgencyRecord);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }

  /** One unit of work; what is there already stays as it is. */
  async take(records: readonly AgencyRecord[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      for (const record of records) await this.one(tx, record);
    });
  }

  private async one(tx: EntityManager, record: AgencyRecord): Promise<void> {
    const { code, name, shortName, parentCode } = record;
    const codes = In([code, parentCode ?? '']);
    const rows = await tx.findBy(Agency, { code: codes });
    const row = rows.find((one) => one.code === code);
    const root = await this.directory.root();
    const parentId = rows.find((one) => one.code === parentCode)?.id ?? root?.id ?? null;
    const today = dayOf(this.clock.now());
    if (!row) {
      const validFrom = record.level === 'PROVINCE' || record.level === 'COMMUNE' ? TWO_LEVELS : today;
      await this.registry.add({
        code,
        name,
        shortName,
        level: record.level,
        ...detailsOf(record),
        validFrom,
        parentId,
      });
      return;
    }
    if (row.name !== name || row.shortName !== shortName)
      await this.registry.rename(row.id, { name, shortName }, today);
    await this.registry.change(row.id, detailsOf(record));
    if (parentCode !== null && row.parentId !== null && parentId !== row.parentId)
      await this.registry.move(row.id, parentId, today);
  }

  private async begin(): Promise<{ rootCode: string; plan: AgencyPlan }> {
    const root = await this.directory.root();
    if (!root) throw new ImportFault('noRoot');
    const all = await this.directory.all();
    const known = new Map<string, PlannedAgency>();
    for (const row of all.values()) {
      const parent = row.parentId === null ? null : (all.get(row.parentId)?.code ?? null);
      known.set(row.code, { ...row, parentCode: parent });
    }
    return { rootCode: root.code, plan: new AgencyPlan(known, root.code) };
  }
}

function needsWork(plan: AgencyPlan, row: ImportedRow<AgencyRecord>): boolean {
  const { kind } = plan.row(row);
  return kind === 'added' || kind === 'changed';
}
