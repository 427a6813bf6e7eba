import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { ImportAgencies } from '../../src/directory/import-agencies.service.js';
import { ImportProcedures } from '../../src/directory/import-procedures.service.js';
import type { ImportReport } from '../../src/directory/import-report.js';
import { ProcedureSearch } from '../../src/directory/procedure.search.js';
import { readCalendarFile } from '../../src/calendar/read-calendar-file.js';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import { aDatabase, ENGINES, type TestDatabase } from '../support/database.js';
import { bootFoundations } from '../support/directory-app.js';

/** Real lists that stand beside the project and are never part of it; without them this file proves nothing. */
const DATA = new URL('../../../shared/data/', import.meta.url).pathname;
const UNITS = `${DATA}units/vn-units-2tier-2026-07-25.json`;
const PROCEDURES = `${DATA}tthc/tthc-2642.csv`;
const CALENDAR = `${DATA}calendar/vn-working-calendar.json`;
const here = [UNITS, PROCEDURES, CALENDAR].every(existsSync);
jest.setTimeout(60_000);
const proof = here ? describe : describe.skip;

proof.each(ENGINES)(`real lists${here ? '' : ' (SKIPPED: ../shared/data is not there)'} on %s`, (engine) => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  const bad: string[] = [];
  const watcher = {
    progress: () => undefined,
    bad: (line: number, reason: string) => bad.push(`${line}: ${reason}`),
  };

  beforeAll(async () => {
    database = await aDatabase(engine);
    app = await bootFoundations(database);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  async function timed(work: () => Promise<ImportReport>, seconds: number): Promise<ImportReport> {
    const before = process.hrtime.bigint();
    const report = await work();
    expect(Number(process.hrtime.bigint() - before) / 1e9).toBeLessThan(seconds);
    return report;
  }

  it('brings 34 provinces, known from the start, and 3.321 communes; the second time nothing', async () => {
    const run = () => app.get(ImportAgencies).run(UNITS, watcher);
    expect(await timed(run, 30)).toEqual({ added: 3321, changed: 0, unchanged: 34, bad: 0 });
    expect(await timed(run, 30)).toEqual({ added: 0, changed: 0, unchanged: 3355, bad: 0 });
    const directory = app.get(AgencyDirectory);
    const found = await directory.search('ba dinh', 3);
    expect(found.map((agency) => agency.name)).toContain('Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội');
    const tree = (await directory.tree()).at('2026-11-20');
    expect(tree.subtree((await directory.byCode('79'))?.id ?? 0)).toHaveLength(169);
    expect((await directory.search('bắc ninh', 3))[0]?.code).toBe('24');
  });

  it('brings 2.642 procedures; the second time nothing', async () => {
    const run = () => app.get(ImportProcedures).run(PROCEDURES, watcher);
    expect(await timed(run, 30)).toEqual({ added: 2642, changed: 0, unchanged: 0, bad: 0 });
    expect(await timed(run, 30)).toEqual({ added: 0, changed: 0, unchanged: 2642, bad: 0 });
    expect(bad).toEqual([]);
    const search = app.get(ProcedureSearch);
    const [plain, marked] = [
      await search.search('dat dai', { limit: 20 }),
      await search.search('đất đai', { limit: 20 }),
    ];
    expect(marked.slice(0, 5).every((procedure) => /đất đai/i.test(procedure.name))).toBe(true);
    expect(plain.some((procedure) => /đất đai/i.test(procedure.name))).toBe(true);
    const customs = await search.byCode('1.000016');
    expect(customs?.decidingAgency).toBe('Sở Tài chính các tỉnh, thành phố');
  });

  it('brings the table of years, and the due days of the seed hold on it', async () => {
    const plans = await readCalendarFile(CALENDAR);
    const replace = () =>
      app.get(CalendarService).replaceYears(plans, (replaced) => Promise.resolve(replaced));
    const years = await replace();
    expect([...years.keys()]).toEqual([2018, 2019, 2024, 2025, 2026, 2027]);
    const calendar = await app.get(CalendarService).current();
    expect(calendar.addWorkingDays('2026-02-13', 5).due).toBe('2026-02-27');
    expect(calendar.addWorkingDays('2024-04-26', 5).due).toBe('2024-05-07');
    expect(new Set((await replace()).values())).toEqual(new Set(['unchanged']));
  });
});
