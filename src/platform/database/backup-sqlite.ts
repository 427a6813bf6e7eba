import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UsageError } from '../kernel/errors.js';
import type { DatabaseTarget } from './database-target.js';

/**
 * Copies the database while it is in use: a whole, consistent file at the end.
 * @param progress told of pages done and pages in all.
 * @throws UsageError for PostgreSQL (its own tools do it better), and where the file exists already.
 */
export async function backupSqlite(
  target: DatabaseTarget,
  file: string,
  progress: (done: number, all: number) => void,
): Promise<void> {
  if (target.engine !== 'sqlite') throw new UsageError('backup: PostgreSQL is backed up with pg_dump');
  if (!(await exists(dirname(file)))) throw new UsageError('backup: there is no such folder');
  if (await exists(file)) throw new UsageError('backup: the file exists already; name a new one');
  const database = new Database(target.file, { readonly: true, fileMustExist: true });
  try {
    await database.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages - remainingPages, totalPages);
        return 1_000; // pages a turn; in between the product goes on
      },
    });
  } finally {
    database.close();
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
