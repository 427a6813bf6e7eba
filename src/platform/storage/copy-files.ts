import { constants, copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies the stored files for a backup, while the product goes on: stored bytes never change, so what is copied after
 * the database holds every file that the copy of the database names. What is still being received stays behind.
 * @param dataDir where `files` lies
 * @param to a new folder; it is made even where there are no files yet
 * @returns how many files were copied
 */
export async function copyFiles(
  dataDir: string,
  to: string,
  progress: (done: number) => void,
): Promise<number> {
  const from = join(dataDir, 'files');
  await mkdir(to);
  let done = 0;
  for (const folder of await readdir(from).catch(() => [])) {
    if (folder === 'incoming') continue;
    await mkdir(join(to, folder));
    for (const name of await readdir(join(from, folder))) {
      if (await copied(join(from, folder, name), join(to, folder, name))) done++;
    }
    progress(done);
  }
  return done;
}

/** @returns false where it was swept away meanwhile: it belonged to no item. */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return false;
    throw error;
  }
}
