import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import { readCalendarFile } from '../../src/calendar/read-calendar-file.js';
import { Agency } from '../../src/directory/agency.entity.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { AgencyRegistry } from '../../src/directory/agency-registry.service.js';
import { ImportAgencies } from '../../src/directory/import-agencies.service.js';
import { ImportProcedures } from '../../src/directory/import-procedures.service.js';
import type { ImportReport } from '../../src/directory/import-report.js';
import { Procedure } from '../../src/directory/procedure.entity.js';
import { ProcedureSearch } from '../../src/directory/procedure.search.js';
import { aDatabase, PAGE_ENGINES, type TestDatabase } from '../support/database.js';
import { bootFoundations } from '../support/directory-app.js';
import { BOAT, HEADER, LAND, UNITS } from '../support/sample-lists.js';

describe.each(PAGE_ENGINES)('imports on %s', (engine) => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let bad: string[];
  let steps: number[];

  const watcher = {
    progress: (done: number) => steps.push(done),
    bad: (line: number, reason: string) => bad.push(`${line}: ${reason}`),
  };
  const file = async (content: string | Buffer, name = 'file'): Promise<string> => {
    const path = join(database.folder, name);
    await writeFile(path, content);
    return path;
  };
  const csv = (...rows: string[]): Promise<string> => file([HEADER, ...rows].join('\r\n'), 'rows.csv');
  const importCsv = async (path: string): Promise<ImportReport> =>
    app.get(ImportProcedures).run(path, watcher);
  const importUnits = async (units: unknown): Promise<ImportReport> =>
    app.get(ImportAgencies).run(await file(JSON.stringify(units, null, 1), 'units.json'), watcher);

  beforeAll(async () => {
    database = await aDatabase(engine);
    app = await bootFoundations(database);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  beforeEach(() => {
    bad = [];
    steps = [];
  });

  describe('import agencies', () => {
    it('brings communes under the provinces that are there, and changes nothing when run again', async () => {
      expect(await importUnits(UNITS)).toEqual({ added: 3, changed: 0, unchanged: 2, bad: 0 });
      const commune = await app.get(AgencyDirectory).byCode('00004');
      expect(commune).toMatchObject({
        name: 'Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội',
        level: 'COMMUNE',
      });
      const province = await app.get(AgencyDirectory).byCode('01');
      expect(commune?.path).toBe(`${String(province?.path)}${String(commune?.id)}/`);
      expect(steps).toEqual([3, 5]);
      const decomposed = JSON.parse(JSON.stringify(UNITS).normalize('NFD')) as unknown;
      for (const again of [UNITS, decomposed]) {
        expect(await importUnits(again)).toEqual({ added: 0, changed: 0, unchanged: 5, bad: 0 });
      }
    });

    it('follows a new name, moves what changed its province, and keeps contact points', async () => {
      const { id } = await theAgency('00004');
      await app.get(AgencyRegistry).change(id, { phone: '024 0000 0000' });
      const [hanoi, langSon] = UNITS;
      const moved = [
        { ...hanoi, Wards: [] },
        { ...langSon, Wards: [{ Code: '00004', FullName: 'Xã Ba Đình' }] },
      ];
      expect(await importUnits(moved)).toMatchObject({ added: 0, changed: 1, bad: 0 });
      const agency = await theAgency('00004');
      expect(agency).toMatchObject({ shortName: 'UBND xã Ba Đình', phone: '024 0000 0000' });
      const tree = await app.get(AgencyDirectory).tree();
      expect(tree.at('2026-11-19').parent(id)).toBe((await theAgency('01')).id);
      expect(tree.at('2026-11-20').path(id)).toBe(agency.path);
      expect(await importUnits(UNITS)).toMatchObject({ changed: 1 });
    });

    it('tells bad rows by line and reason and keeps the good ones', async () => {
      const report = await importUnits([
        {
          Code: '22',
          FullName: 'Tỉnh Quảng Ninh',
          Wards: [
            { Code: '6', FullName: 'Xã A' },
            { Code: '07000', FullName: '' },
            { Code: '07001', FullName: 'Xã B', ProvinceCode: '20' },
            { Code: '07002', FullName: 'Xã C' },
            { Code: '07002', FullName: 'Xã C' },
            7,
          ],
        },
        { Code: 'x', FullName: 'Tỉnh X', Wards: [{ Code: '07003', FullName: 'Xã D' }] },
        { Code: '24', FullName: 'Tỉnh Bắc Ninh', Wards: 'none' },
      ]);
      expect(report).toEqual({ added: 1, changed: 0, unchanged: 2, bad: 8 });
      expect(bad).toEqual([
        '6: Code must be five digits: "6"',
        '10: FullName is empty or longer than 100 characters (Code 07000)',
        '14: ProvinceCode is "20", but it stands under 22 (Code 07001)',
        '23: Code 07002 stands in line 19 already',
        '2: is not a commune',
        '30: Code must be two digits: "x"',
        '34: its province could not be read',
        '40: Wards is not a list of communes',
      ]);
      expect((await theAgency('07002')).name).toBe('Ủy ban nhân dân xã C, tỉnh Quảng Ninh');
    });
  });

  describe('import procedures', () => {
    it('keeps commas in names, falls back to the handling agency, and changes nothing when run again', async () => {
      expect(await importCsv(await csv(LAND, BOAT))).toEqual({ added: 2, changed: 0, unchanged: 0, bad: 0 });
      const land = await app.get(DataSource).getRepository(Procedure).findOneByOrFail({ code: '1.000111' });
      expect(land).toMatchObject({
        levels: ['PROVINCE', 'COMMUNE'],
        status: 'ACTIVE',
        decidingAgency: 'Văn phòng đăng ký đất đai, chi nhánh',
      });
      const again = [LAND, BOAT].map((row) => row.normalize('NFD'));
      expect(await importCsv(await csv(...again))).toEqual({ added: 0, changed: 0, unchanged: 2, bad: 0 });
      expect(await importCsv(await csv(LAND.replace('12/QĐ', '13/QĐ'), BOAT))).toEqual({
        added: 0,
        changed: 1,
        unchanged: 1,
        bad: 0,
      });
    });

    it('tells bad rows by line and reason and keeps the good ones', async () => {
      const path = await csv(
        'x,' + LAND.slice(9),
        LAND.replace('1.000111', '1.000333').replace('tài sản', 'tài\nsản'),
        '1.000444,too,few',
        '',
        LAND.replace('1.000111', '1.000333'),
        BOAT.replace('1.000222', '1.000555'),
      );
      expect(await importCsv(path)).toEqual({ added: 2, changed: 0, unchanged: 0, bad: 3 });
      expect(bad).toEqual([
        '2: ma_thu_tuc must be d.dddddd: "x"',
        '5: has 3 columns, the header has 10',
        '7: 1.000333 stands in line 3 already',
      ]);
    });

    it('finds “đất đai” for “dat dai”, and what was typed with its marks first', async () => {
      const codes = async (question: string, page = { limit: 10 }): Promise<string[]> =>
        (await app.get(ProcedureSearch).search(question, page)).map((procedure) => procedure.code);
      expect(await codes('dat dai')).toEqual(expect.arrayContaining(['1.000111', '1.000222']));
      expect((await codes('đạt đài'))[0]).toBe('1.000222');
      expect((await codes('đất đai'))[0]).toBe('1.000111');
      expect(await codes('1.000222')).toEqual(['1.000222']);
      expect(await codes('dat', { limit: 1, offset: 1 } as { limit: number })).toHaveLength(1);
      expect(await codes('  %  ')).toEqual([]);
      expect(await codes('đất không-có')).toEqual([]);
    });
  });

  it('writes nothing of a file that is cut off', async () => {
    const cut = JSON.stringify([{ Code: '31', FullName: 'Thành phố Mới' }, ...UNITS]).slice(0, -40);
    const units = app.get(ImportAgencies).run(await file(cut), watcher);
    await expect(units).rejects.toThrow('is cut off');
    const rows = importCsv(await csv(LAND.replace('1.000111', '1.000777'), '1.000888,"open'));
    await expect(rows).rejects.toThrow('quote not closed');
    expect(steps).toEqual([]);
    expect((await theAgency('31')).shortName).toBe('UBND thành phố Hải Phòng');
    expect(await app.get(ProcedureSearch).byCode('1.000777')).toBeNull();
  });

  describe('import calendar', () => {
    const day = { day: '2028-01-03', kind: 'OFF', name: 'Nghỉ bù Tết Dương lịch' };
    const plan = { year: 2028, confirmed: true, note: '', days: [day] };
    const run = async (document: unknown): Promise<[number, string][]> => [
      ...(await imported(await file(JSON.stringify(document)))),
    ];
    const imported = async (path: string) =>
      app.get(CalendarService).replaceYears(await readCalendarFile(path), (years) => Promise.resolve(years));

    it('adds a year, replaces it, and leaves the same alone', async () => {
      expect(await run(plan)).toEqual([[2028, 'added']]);
      expect(await run([plan])).toEqual([[2028, 'unchanged']]);
      expect((await app.get(CalendarService).current()).isWorkingDay('2028-01-03')).toBe(false);
      expect(await run({ ...plan, days: [] })).toEqual([[2028, 'changed']]);
      expect((await app.get(CalendarService).current()).isWorkingDay('2028-01-03')).toBe(true);
    });

    it('switches 24/11 on when an administrator says so', async () => {
      const known = await app.get(CalendarService).plan(2026);
      if (!known) throw new Error('2026 is not there');
      const days = known.days.map((one) =>
        one.day === '2026-11-24' ? { ...one, applied: true, confirmed: true } : one,
      );
      await app.get(CalendarService).replaceYear({ ...known, days });
      expect((await app.get(CalendarService).current()).addWorkingDays('2026-11-20', 5).due).toBe(
        '2026-11-30',
      );
    });

    it('takes all years or none', async () => {
      await expect(
        run([
          { ...plan, year: 2029, days: [] },
          { ...plan, year: 2030 },
        ]),
      ).rejects.toThrow('does not lie in the year 2030');
      expect(await app.get(CalendarService).plan(2029)).toBeNull();
    });

    it.each([
      ['{"years": ', 'is not JSON, or is cut off'],
      ['{"years": {}}', 'has no year in it'],
      ['7', 'is not an object'],
    ])('refuses %s', async (content, message) => {
      const path = await file(content);
      await expect(readCalendarFile(path)).rejects.toThrow(message);
    });
  });

  async function theAgency(code: string): Promise<Agency> {
    return app.get(DataSource).getRepository(Agency).findOneByOrFail({ code });
  }
});
