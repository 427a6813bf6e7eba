import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../platform/kernel/clean-text.js';
import { TableFault } from '../platform/storage/table-fault.js';
import { type FileItem, itemsIn, MissingColumns } from './item-file.js';
import { itemKey } from './item-key.js';
import { ITEM_FORMATS, ITEM_WRITERS, plainCell, safeCell } from './item-lines.js';
import { EXPORTED_COLUMNS, type ExportedRecord, ITEM_COLUMNS, itemRecord } from './item-record.js';

const folder = mkdtempSync(join(tmpdir(), 'items-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
async function read(bytes: string | Buffer): Promise<FileItem[]> {
  const path = join(folder, `f${++files}`);
  writeFileSync(path, bytes);
  const found: FileItem[] = [];
  for await (const one of itemsIn(path)) found.push(one);
  return found;
}

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  "'",
  '"',
  ',',
  ';',
  '\n',
  '\n\n',
  'sep=;',
  '＝',
  'ế',
  'e\u0302\u0301',
  '👨‍👩‍👧',
  '🇻🇳',
  ' ',
  'NULL',
  '[',
  '{',
  '}',
];
/** As texts are stored: whatever is typed goes through `cleanText`. */
const stored = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 8 })
  .map((parts) => cleanText(parts.join('')));
const record = fc
  .tuple(...EXPORTED_COLUMNS.map(() => stored))
  .map((cells) => Object.fromEntries(EXPORTED_COLUMNS.map((name, i) => [name, cells[i]])) as ExportedRecord)
  .filter((one) => ITEM_COLUMNS.some((name) => one[name] !== ''));

describe('items in files', () => {
  it.each(ITEM_FORMATS)('law: what is written as %s is read back exactly', async (format) => {
    const writer = ITEM_WRITERS[format];
    const law = fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 5 }), async (records) => {
      const found = await read(writer.head + writer.lines(records));
      expect(found.map((one) => one.fault)).toEqual(records.map(() => null));
      expect(found.map((one) => one.record)).toEqual(records.map((one) => itemRecord(one)));
      const again = writer.lines(
        found.map((one, i) => ({ ...(records[i] as ExportedRecord), ...one.record })),
      );
      expect(again).toBe(writer.lines(records));
    });
    await fc.assert(law, { numRuns: 150 });
  });

  it('law: no cell of a table begins as a formula does, and each comes back', () => {
    const typed = fc.oneof(fc.string({ unit: 'grapheme' }), stored);
    fc.assert(
      fc.property(typed, (text) => {
        expect(/^[=+\-@\t\r]/.test(safeCell(text))).toBe(false);
        expect(plainCell(safeCell(text))).toBe(text);
      }),
    );
    expect(plainCell("'chữ thường")).toBe("'chữ thường");
  });

  it('reads JSON of one object a line, with the brackets of a list or without', async () => {
    const line = JSON.stringify({ title: 'A', content: 'B', aboutHead: true, extra: { deep: 1 } });
    for (const text of [
      `${line}\n${line}`,
      `[\n${line},\n${line}\n]\n`,
      `[${line},\n${line}]`,
      `\uFEFF${line}\r\n${line}`,
    ]) {
      const found = await read(text);
      expect(found.map((one) => [one.record?.title, one.record?.aboutHead])).toEqual([
        ['A', 'true'],
        ['A', 'true'],
      ]);
    }
    expect((await read(`${line}\n{"title": \n[1]\n${line}`)).map(({ fault }) => fault)).toEqual([
      null,
      'json',
      'json',
      null,
    ]);
  });

  it('tells what is no file of items', async () => {
    await expect(read('PK\u0003\u0004rest of an archive')).rejects.toThrow(TableFault);
    await expect(read('')).rejects.toThrow(TableFault);
    await expect(read('a,b\n1,2\n')).rejects.toThrow(MissingColumns);
  });

  it('reads what Excel and old programs write: UTF-16 with tabs, Windows-1258, semicolons', async () => {
    const text = 'title\tcontent\r\nĐường hỏng\t"dòng một\r\ndòng hai"\r\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect((await read(utf16)).map((one) => one.record?.content)).toEqual(['dòng một\ndòng hai']);
    // “Đư kiền”, the grave beside its letter, as Windows-1258 writes it.
    const old = Buffer.from('7469746c653b636f6e74656e740ad0fd206b69eacc6e3b780a', 'hex');
    const [found] = await read(old);
    expect([found?.record?.title, found?.record?.content]).toEqual(['Đư kiền', 'x']);
  });

  it('knows a line again by its number, or by all of it where it has none', () => {
    const one = itemRecord({ code: 'PAKN-1', title: 'A', content: 'B' });
    expect(itemKey('Nguồn', one)).toBe(itemKey('Nguồn', { ...one, title: 'C' }));
    expect(itemKey('Nguồn', one)).not.toBe(itemKey('Nguồn khác', one));
    const bare = itemRecord({ title: 'A', content: 'B' });
    expect(itemKey('Nguồn', bare)).not.toBe(itemKey('Nguồn', { ...bare, title: 'C' }));
    expect(itemKey('x', one).length).toBeLessThanOrEqual(64);
  });
});
