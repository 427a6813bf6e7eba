import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { RandomSource } from '../../src/platform/kernel/random.js';
import type { SentFile } from './http-browser.js';

/** A file, and what its bytes must be at rest; null where the product draws it anew. */
export interface Paper extends SentFile {
  readonly sha256: string | null;
}

/** A document that opens, none like the other, from some hundred bytes to some hundred kilobytes. */
export async function aPaper(random: RandomSource, name: string): Promise<Paper> {
  return random.below(4) === 0 ? aPicture(random, name) : aDocument(random, name);
}

async function aDocument(random: RandomSource, name: string): Promise<Paper> {
  const document = new PDFDocument({ compress: false });
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  document.fontSize(9);
  const lines = 1 + random.below(400);
  for (let line = 0; line < lines; line++) document.text(`${name} ${line} ${random.token()}`);
  const ended = new Promise((resolve) => document.once('end', resolve));
  document.end();
  await ended;
  const bytes = Buffer.concat(pieces);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `${name}.pdf`, type: 'application/pdf', bytes, sha256 };
}

async function aPicture(random: RandomSource, name: string): Promise<Paper> {
  const side = 20 + random.below(200);
  const raw = Buffer.from(Array.from({ length: side * side * 3 }, () => random.below(256)));
  const bytes = await sharp(raw, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
  return { name: `${name}.png`, type: 'image/png', bytes, sha256: null };
}
