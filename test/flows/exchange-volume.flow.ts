import { createWriteStream } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { ItemImport } from '../../src/intake/item-import.entity.js';
import { ItemImports } from '../../src/intake/item-imports.service.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { anOffice, type Office } from '../support/office.js';

const LINES = 100_000;
const MEGA = 1024 * 1024;

describe('a file of a hundred thousand items, every tenth bad', () => {
  let office: Office;
  beforeAll(async () => {
    office = await anOffice('sqlite');
  });
  afterAll(() => office.close());

  it('is tried in bounded memory, while others are answered', async () => {
    const { app, reader } = office.product;
    const path = await app.get(FileStore).incoming();
    const file = createWriteStream(path);
    const columns = 'externalNumber,channel,receivedDay,kind,subject,title,content,agencyCode,submitterType';
    file.write(`${columns},submitterName,submitterAddress\r\n`);
    for (let n = 0; n < LINES; n++) {
      const channel = n % 10 === 9 ? 'smoke' : 'phone';
      const line = `T-${n},${channel},2026-03-09,remark,admin_act,Cuộc gọi ${n},"Nội dung, dài ${'chữ '.repeat(20)}",HG`;
      if (!file.write(`${line},individual,Lê Văn Ba,Xã Ngân Sơn\r\n`)) await once(file, 'drain');
    }
    await new Promise((done) => file.end(done));
    const { staffId } = office.people.clerk;
    const row = { path, fileName: 'tong-dai.csv', source: 'Tổng đài', staffId };
    const id = await app.get(ItemImports).add(row);
    const before = await reader.count(Feedback);
    const memory = held();
    const others = { turns: 0, over: false, held: 0 };
    const turn = (): void => {
      others.turns++;
      if (others.turns % 100 === 50) others.held = Math.max(others.held, held());
      if (!others.over) setImmediate(turn);
    };
    setImmediate(turn);
    await office.product.runDue();
    others.over = true;
    const grown = (others.held - memory) / MEGA;
    const tried = await reader.findOneByOrFail(ItemImport, { id });
    expect(tried).toMatchObject({
      state: 'CHECKED',
      done: LINES,
      added: LINES * 0.9,
      bad: LINES * 0.1,
      known: 0,
    });
    expect(tried.badLines).toHaveLength(100);
    expect(tried.badLines[0]).toMatchObject({ line: 11, column: 'channel' });
    expect(await reader.count(Feedback)).toBe(before);
    // Whoever waits gets a turn at least every 500 lines, and a file read at once would need more memory.
    expect(others.turns).toBeGreaterThan(LINES / 500);
    expect(grown).toBeLessThan(150);
  }, 60_000);
});

/** @returns what is in use (bytes), without what only waits to be collected: that depends on the machine's mood. */
function held(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
