import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'last-backup';

/** Notes beside the data that a backup has been made. @param now epoch ms */
export async function noteBackup(dataDir: string, now: number): Promise<void> {
  await writeFile(join(dataDir, FILE), `${now}\n`, { mode: 0o600 });
}

/** @returns epoch ms; null where our own command has made none (other tools leave no note). */
export async function lastBackup(dataDir: string): Promise<number | null> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => '');
  return /^\d{10,16}\n?$/.test(text) ? Number(text) : null;
}
