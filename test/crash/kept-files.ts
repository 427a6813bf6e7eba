import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Books, grouped } from './books.js';

export interface Shelf {
  readonly faults: string[];
  /** Files that were read and compared. */
  readonly compared: number;
  /** Bytes that belong to no row: what was received when the process died. They are swept after a day. */
  readonly orphans: number;
}

/** Every row has its bytes, with the right size and digest; every entry has as many rows as it says. */
export async function lookAtShelf({ attachments, staged, entries }: Books, folder: string): Promise<Shelf> {
  const faults: string[] = [];
  const claimed = new Set(attachments.map(({ storedName }) => storedName));
  for (const { storedName } of staged)
    if (claimed.has(storedName)) faults.push(`${storedName} is staged and claimed`);
  for (const row of [...attachments, ...staged]) {
    const found = await digestOf(join(folder, 'files', row.storedName.slice(0, 2), row.storedName));
    if (found === null) faults.push(`${row.storedName} has no bytes`);
    else if (found.sha256 !== row.sha256 || found.size !== row.size)
      faults.push(`${row.storedName} has other bytes`);
  }
  const byEntry = grouped(attachments, ({ feedbackId, seq }) => `${feedbackId}.${seq}`);
  for (const { feedbackId, seq, details } of entries) {
    const own = byEntry.get(`${feedbackId}.${seq}`) ?? [];
    byEntry.delete(`${feedbackId}.${seq}`);
    if (own.length !== (details?.['files'] ?? 0)) faults.push(`${feedbackId}.${seq} has ${own.length} files`);
  }
  for (const place of byEntry.keys()) faults.push(`files belong to ${place}, which is not there`);
  const rows = attachments.length + staged.length;
  return { faults, compared: rows, orphans: (await filesIn(join(folder, 'files'))).length - rows };
}

async function digestOf(path: string): Promise<{ sha256: string; size: number } | null> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of createReadStream(path)) {
      hash.update(piece as Buffer);
      size += (piece as Buffer).length;
    }
  } catch {
    return null;
  }
  return { sha256: hash.digest('hex'), size };
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map(({ name }) => name);
}
