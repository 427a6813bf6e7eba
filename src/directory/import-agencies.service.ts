import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { UsageError } from '../platform/kernel/errors.js';
import { Agency } from './agency.entity.js';
import { AgencyDirectory } from './agency-directory.service.js';
import type { AgencyLevel } from './agency-level.js';
import { AgencyRegistry } from './agency-registry.service.js';
import { type ImportReport, type ImportWatcher, NOTHING, sumOf } from './import-report.js';
import { readJsonList } from './json-list.js';
import { committeeNames } from './peoples-committee.js';
import { type ProvinceRows, ProvinceReader } from './province-reader.js';
import type { UnitRecord } from './unit-record.js';

/** Local government of two levels began on this day, with the units that such a list holds. */
const TWO_LEVELS = '2025-07-01';

/** Brings the People's Committees of provinces and communes from a list of administrative units. */
@Injectable()
export class ImportAgencies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: AgencyRegistry,
    private readonly directory: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads a list of provinces, each with its communes in `Wards`; one unit of work a province. Names and places
   * follow the file, what was entered by hand (contact points, intake) stays, nothing is abolished.
   * @throws UsageError in one line when the file as a whole cannot be used; nothing was written then.
   */
  async run(path: string, watcher: ImportWatcher): Promise<ImportReport> {
    const root = await this.directory.root();
    if (!root) throw new UsageError('there is no agency at the top to put the provinces under');
    const total = await countRows(path);
    const reader = new ProvinceReader(watcher);
    let report = NOTHING;
    let done = 0;
    await readJsonList(path, async (element, lines) => {
      const rows = reader.read(element, lines);
      report = sumOf(report, { ...(await this.take(root.id, rows)), bad: rows.bad });
      watcher.progress((done += 1 + lines.nested.length), total);
    });
    return report;
  }

  private async take(rootId: number, { province, communes }: ProvinceRows): Promise<ImportReport> {
    if (!province) return NOTHING;
    return this.unitOfWork.run(async (tx) => {
      const above = await this.bring(tx, rootId, 'PROVINCE', [province]);
      const { id } = await tx.findOneByOrFail(Agency, { code: province.code });
      return sumOf(above, await this.bring(tx, id, 'COMMUNE', communes, province.unit));
    });
  }

  private async bring(
    tx: EntityManager,
    parentId: number,
    level: AgencyLevel,
    units: readonly UnitRecord[],
    within?: string,
  ): Promise<ImportReport> {
    const known = new Map(
      (await tx.findBy(Agency, { code: In(units.map((unit) => unit.code)) })).map((row) => [row.code, row]),
    );
    const fresh = units.filter((unit) => !known.has(unit.code));
    const asAgency = ({ code, unit }: UnitRecord) => ({
      code,
      level,
      ...committeeNames(unit, within),
      validFrom: TWO_LEVELS,
    });
    if (fresh.length > 0) await this.registry.addAll(parentId, fresh.map(asAgency));
    let changed = 0;
    for (const unit of units) {
      const row = known.get(unit.code);
      if (row && (await this.follow(row, parentId, asAgency(unit)))) changed++;
    }
    return { added: fresh.length, changed, unchanged: units.length - fresh.length - changed, bad: 0 };
  }

  /** @returns whether anything had to change. */
  private async follow(
    row: Agency,
    parentId: number,
    wanted: Pick<Agency, 'name' | 'shortName' | 'level'>,
  ): Promise<boolean> {
    const { name, shortName, level } = wanted;
    const renamed = row.name !== name || row.shortName !== shortName;
    const moved = row.parentId !== parentId;
    const today = dayOf(this.clock.now());
    if (renamed) await this.registry.rename(row.id, { name, shortName }, today);
    if (row.level !== level) await this.registry.change(row.id, { level });
    if (moved) await this.registry.move(row.id, parentId, today);
    return renamed || moved || row.level !== level;
  }
}

/** The first reading proves that the file is whole, before anything is written. */
async function countRows(path: string): Promise<number> {
  let rows = 0;
  await readJsonList(path, (_, lines) => {
    rows += 1 + lines.nested.length;
  });
  if (rows === 0) throw new UsageError(`${path} is a list without any province`);
  return rows;
}
