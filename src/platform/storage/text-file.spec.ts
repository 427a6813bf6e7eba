import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readText } from './text-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lang-nghe-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function textOf(content: string | Buffer): Promise<string> {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  return all(path);
}

async function all(path: string): Promise<string> {
  let text = '';
  for await (const piece of readText(path)) text += piece;
  return text;
}

describe('the text of a file', () => {
  it('comes whole, also where a letter lies across two pieces, without a byte order mark', async () => {
    const long = 'ế'.repeat(100_001);
    expect(await textOf(`\ufeff${long}`)).toBe(long);
  });

  it.each([
    ['empty', '', 'is empty'],
    ['a ZIP called CSV', Buffer.from('504b030414000600', 'hex'), 'is a ZIP archive'],
    ['compressed', Buffer.from('1f8b0800', 'hex'), 'is compressed with gzip'],
    ['UTF-16', Buffer.from('\ufeffma,ten', 'utf16le'), 'is UTF-16'],
    ['UTF-16 without a mark', Buffer.from('ma,ten', 'utf16le'), 'is UTF-16'],
    ['Latin 1', Buffer.from('m\u00e3', 'latin1'), 'is not UTF-8'],
    ['cut off inside a letter', Buffer.from('tế').subarray(0, 3), 'is not UTF-8'],
  ])('is refused when %s', async (_, content, message) => {
    await expect(textOf(content)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
    });
  });

  it('is refused when it is not there, or a directory', async () => {
    await expect(all(join(folder, 'nowhere'))).rejects.toThrow('nowhere is not there');
    await expect(all(folder)).rejects.toThrow('is not a file');
  });
});
