import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { Inspection } from '../../../test/support/inspection.js';
import { animatedPng, jpeg, jpegWithPlace, png, pngBomb, zip } from '../../../test/support/made-files.js';

let inspection: Inspection;
beforeAll(async () => {
  inspection = await Inspection.open();
});
afterAll(() => inspection.close());

describe('pictures', () => {
  it('are drawn anew: upright, and nobody learns where they were taken', async () => {
    const sent = await jpegWithPlace();
    const before = await sharp(sent).metadata();
    expect(before).toMatchObject({ orientation: 6, width: 40, height: 20 });
    expect(before.exif?.includes('Phone')).toBe(true);
    const { path } = await inspection.look('a.jpg', sent);
    const kept = await readFile(path);
    const { exif, icc, orientation, width, height } = await sharp(kept).metadata();
    expect({ exif, icc, orientation, width, height }).toEqual({ width: 20, height: 40 });
    const top = await sharp(kept).extract({ left: 5, top: 2, width: 1, height: 1 }).raw().toBuffer();
    expect(top[0]).toBeGreaterThan(200);
    expect(kept.includes('Phone')).toBe(false);
  });

  it('lose what else lay in their file', async () => {
    const payload = '<script>alert(1)</script><svg onload="alert(2)">';
    const sent = Buffer.concat([
      await jpeg(),
      Buffer.from(payload),
      zip([{ name: 'a.html', data: payload }]),
    ]);
    const { path } = await inspection.look('a.jpg', sent);
    const kept = await readFile(path);
    for (const trace of ['<script', '<svg', 'PK\u0003\u0004']) expect(kept.includes(trace)).toBe(false);
  });

  it.each<readonly [string, string, () => Buffer | string | Promise<Buffer>, string]>([
    ['a bomb: one gigapixel in a hundred bytes', 'a.png', () => pngBomb(32_000, 32_000), 'pixels'],
    ['far too long', 'a.png', () => pngBomb(1_000_000, 1), 'pixels'],
    ['moving', 'a.png', animatedPng, 'animated'],
    ['cut off', 'a.jpg', async () => (await jpeg()).subarray(0, 300), 'broken'],
    ['cut off', 'a.png', async () => (await png()).subarray(0, 90), 'broken'],
    ['a header and nothing else', 'a.png', () => pngBomb(100, 100), 'broken'],
    ['of another kind', 'a.jpg', png, 'mismatch'],
    ['drawn by commands', 'a.png', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'mismatch'],
    ['drawn by commands, and says so', 'a.svg', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'kind'],
    ['of a kind that nobody asked for', 'a.gif', () => 'GIF89a', 'kind'],
  ])('%s: %s is refused', async (_, name, make, fault) => {
    expect(await inspection.faultOf(name, await make())).toBe(fault);
  });
});
