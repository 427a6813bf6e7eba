import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readJsonList } from './json-list.js';
import type { ElementLines } from './json-object-lines.js';
import { readProcedureRows, type TableRow } from './procedure-rows.js';

let path: string;
beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'lang-nghe-')), 'file');
});
afterAll(() => rm(join(path, '..'), { recursive: true }));

describe('a JSON list', () => {
  async function read(content: string): Promise<[unknown, ElementLines][]> {
    await writeFile(path, content);
    const found: [unknown, ElementLines][] = [];
    await readJsonList(path, (element, lines) => void found.push([element, lines]));
    return found;
  }

  it('comes element by element, with the lines on which objects begin', async () => {
    expect(await read('[\n{"a": [\n{}, {}]},\n7, {"b": 1}]')).toEqual([
      [{ a: [{}, {}] }, { line: 2, nested: [3, 3] }],
      [7, { line: 4, nested: [] }],
      [{ b: 1 }, { line: 4, nested: [] }],
    ]);
  });

  it.each([
    ['[{"a": 1}, {"b"', 'cut off'],
    ['[{"a": "tex', 'cut off'],
    ['[{"a": 1}', 'cut off'],
    ['[', 'cut off'],
    ['ma_thu_tuc,ten', 'is not JSON'],
    ['{"a": 1}', 'is JSON, but not a list of objects'],
    ['"text"', 'is JSON, but not a list of objects'],
    ['[] x', 'is not JSON'],
    ['[] []', 'is not JSON'],
    ['[1,]', 'is not JSON'],
    ['  ', 'is not JSON'],
  ])('is refused as %j: %s', async (content, message) => {
    await expect(read(content)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
    });
  });

  it('passes on what the caller throws', async () => {
    await writeFile(path, '[1, 2]');
    const reading = readJsonList(path, () => Promise.reject(new RangeError('mine')));
    await expect(reading).rejects.toThrow(RangeError);
  });
});

describe('the table of procedures', () => {
  async function read(content: string): Promise<TableRow[]> {
    await writeFile(path, content);
    const rows: TableRow[] = [];
    for await (const row of readProcedureRows(path)) rows.push(row);
    return rows;
  }
  const header = 'cap_thuc_hien,nguon,ma_thu_tuc,ten_thu_tuc,linh_vuc,co_quan_thuc_hien';

  it('takes columns in any order, line ends of both kinds, and tells where rows begin', async () => {
    const rows = await read(`${header}\r\nCấp bộ,x,1.000001,"a\r\n,b",c,d\r\n\r\nCấp xã,x,1.000002,e\r\n`);
    const row = {
      cap_thuc_hien: 'Cấp bộ',
      ma_thu_tuc: '1.000001',
      ten_thu_tuc: 'a\n,b',
      linh_vuc: 'c',
      co_quan_thuc_hien: 'd',
    };
    expect(rows).toEqual([
      { line: 2, row, fault: '' },
      { line: 5, row: null, fault: 'has 4 columns, the header has 6' },
    ]);
  });

  it.each([
    ['a,b\n1,2', 'the header lacks ma_thu_tuc, ten_thu_tuc, linh_vuc, cap_thuc_hien, co_quan_thuc_hien'],
    ['\n\n', 'has no header'],
    [`${header}\nCấp bộ,x,1.000001,"a,b,c\n`, 'is not CSV near line 2: quote not closed'],
    [`${header}\nCấp bộ,x,1.000001,"a" b,c,d`, 'is not CSV near line 2'],
    [`${header}\n${'x'.repeat(1_100_000)}`, 'is not CSV near line 2: max record size'],
  ])('is refused as %j: %s', async (content, message) => {
    await expect(read(content)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
    });
  });
});
