import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { ImportProcedures } from '../../src/directory/import-procedures.service.js';
import type { ImportReport } from '../../src/directory/import-report.js';
import { Procedure } from '../../src/directory/procedure.entity.js';
import { ProcedureText } from '../../src/directory/procedure-text.entity.js';
import { aDatabase, ENGINES, type TestDatabase } from '../support/database.js';
import { bootFoundations } from '../support/directory-app.js';

const BOOK = {
  ma_thu_tuc: '1.000666',
  ten_thu_tuc: 'Cấp lại sổ',
  linh_vuc: 'Đất đai',
  cap_thuc_hien: 'Cấp xã',
  co_quan_thuc_hien: 'Ủy ban nhân dân cấp xã',
  ket_qua_xu_ly: 'Sổ mới',
  trinh_tu_thuc_hien: `Nộp hồ sơ ${'x'.repeat(5_000)}`,
};
const TABLE = `ma_thu_tuc,ten_thu_tuc,linh_vuc,cap_thuc_hien,co_quan_thuc_hien
1.000666,Cấp lại sổ,Đất đai,Cấp xã,Ủy ban nhân dân cấp xã`;

describe.each(ENGINES)('whole texts of procedures on %s', (engine) => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let bad: string[];

  beforeAll(async () => {
    database = await aDatabase(engine);
    app = await bootFoundations(database);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  async function bring(...rows: unknown[]): Promise<ImportReport> {
    bad = [];
    const path = join(database.folder, 'procedures');
    await writeFile(
      path,
      rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
    );
    const watcher = {
      progress: () => undefined,
      bad: (line: number, reason: string) => bad.push(`${line}: ${reason}`),
    };
    return app.get(ImportProcedures).run(path, watcher);
  }
  const texts = (): Repository<ProcedureText> => app.get(DataSource).getRepository(ProcedureText);
  const revision = (): Promise<number | null> =>
    app.get(DataSource).getRepository(Procedure).maximum('revision');

  it('come from JSON lines, bounded; the same again changes nothing', async () => {
    expect(await bring(BOOK)).toEqual({ added: 1, changed: 0, unchanged: 0, bad: 0 });
    const before = await revision();
    expect(await bring(BOOK)).toEqual({ added: 0, changed: 0, unchanged: 1, bad: 0 });
    expect(await revision()).toBe(before);
    const [text] = await texts().find();
    expect(text?.body).toMatch(/^Sổ mới\nNộp hồ sơ x+$/);
    expect(text?.body.length).toBeLessThan(2_000);
  });

  it('change alone, and every process can notice', async () => {
    const before = await revision();
    expect(await bring({ ...BOOK, ket_qua_xu_ly: 'Sổ khác' })).toMatchObject({ added: 0, changed: 1 });
    expect(await revision()).toBe((before ?? 0) + 1);
  });

  it('stay when a table without them comes', async () => {
    expect(await bring(TABLE)).toMatchObject({ changed: 0, unchanged: 1 });
    expect((await texts().find())[0]?.body).toMatch(/^Sổ khác/);
  });

  it('tell bad lines, and nothing is written of a file that is cut off', async () => {
    expect(await bring('{"ten"', '[]', '', BOOK)).toMatchObject({ bad: 2, changed: 1 });
    expect(bad).toEqual(['1: is not JSON', '2: is not an object']);
    await expect(bring({ ...BOOK, ma_thu_tuc: '1.000777' }, '{"ma_thu')).rejects.toThrow(
      'cut off, in line 2',
    );
    expect(await app.get(DataSource).getRepository(Procedure).existsBy({ code: '1.000777' })).toBe(false);
  });
});
