import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ImportProcedures } from '../../src/directory/import-procedures.service.js';
import { Settings } from '../../src/platform/config/settings.js';
import { ProcedureIndex } from '../../src/routing/procedure-index.service.js';
import { ProposeFromText } from '../../src/routing/propose-from-text.service.js';
import { anApplication, type TestApplication } from '../support/application.js';
import { ENGINES } from '../support/database.js';

/** Whole texts that stand beside the project and are never part of it; without them this file proves nothing. */
const TEXTS = new URL('../../../shared/data/tthc/tthc-2642-full.jsonl.gz', import.meta.url).pathname;
const here = existsSync(TEXTS);
jest.setTimeout(180_000);
const proof = here ? describe : describe.skip;

proof.each(ENGINES)(`real texts${here ? '' : ' (SKIPPED: ../shared/data is not there)'} on %s`, (engine) => {
  let house: TestApplication;
  let file: string;
  beforeAll(async () => {
    house = await anApplication(engine);
    file = join(house.app.get(Settings).dataDir, 'procedures.jsonl');
    await writeFile(file, gunzipSync(readFileSync(TEXTS)));
  });
  afterAll(() => house.close());

  it('are brought, and brought again without a change', async () => {
    const watcher = { progress: () => undefined, bad: () => undefined };
    const run = () => house.app.get(ImportProcedures).run(file, watcher);
    expect(await run()).toEqual({ added: 2642, changed: 0, unchanged: 0, bad: 0 });
    expect(await run()).toEqual({ added: 0, changed: 0, unchanged: 2642, bad: 0 });
  });

  it.each([
    ['Tôi làm giấy khai sinh cho cháu mới sinh ở phường, hẹn ba lần chưa có', 'Hộ tịch'],
    ['Xin phiếu lý lịch tư pháp số 2 đi lao động nước ngoài, quá hẹn hai tuần', 'Lý lịch tư pháp'],
    ['tach thua cho con trai, nop ho so o mot cua bon thang', 'Đất đai'],
  ])('answer “%s”', async (question, field) => {
    await house.app.get(ProcedureIndex).settled();
    const found = await house.app.get(ProposeFromText).propose(question, null);
    expect(found.map((one) => one.field?.name)).toContain(field);
    const before = process.hrtime.bigint();
    for (let time = 0; time < 20; time++) await house.app.get(ProposeFromText).propose(question, null);
    expect(Number(process.hrtime.bigint() - before) / 20e6).toBeLessThan(50);
  });
});
