import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataSource, type DataSourceOptions, type Migration } from 'typeorm';
import { UsageError } from '../kernel/errors.js';
import { codeOf } from './database-fault.js';
import { type EntityClass, writerOptions } from './data-source-options.js';
import type { DatabaseTarget } from './database-target.js';

const LOCK = 766_2022; // any constant: PostgreSQL's advisory lock of this product
const WAIT = 30_000;

/**
 * Brings the database to the newest migration, under a lock: several processes may start at once, one works,
 * the others wait and find nothing to do.
 * @returns the migrations that were run now.
 */
export async function migrate(target: DatabaseTarget, entities: EntityClass[]): Promise<Migration[]> {
  const source = await reach(target, entities).catch((error: unknown) => {
    throw new UsageError(`DATABASE_URL: cannot be opened (${codeOf(error)})`);
  });
  try {
    return await (target.engine === 'sqlite' ? underFileLock(source) : underAdvisoryLock(source));
  } finally {
    await source.destroy();
  }
}

async function reach(target: DatabaseTarget, entities: EntityClass[]): Promise<DataSource> {
  if (target.engine === 'sqlite') await mkdir(dirname(target.file), { recursive: true });
  const options = { ...writerOptions(target, entities), timeout: WAIT } as DataSourceOptions;
  return new DataSource(options).initialize();
}

/** SQLite has one connection here, so everything between BEGIN IMMEDIATE and COMMIT is one locked transaction. */
async function underFileLock(source: DataSource): Promise<Migration[]> {
  await source.query('PRAGMA foreign_keys = OFF');
  await source.query('BEGIN IMMEDIATE');
  try {
    const done = await source.runMigrations({ transaction: 'none' });
    await source.query('COMMIT');
    return done;
  } catch (error) {
    await source.query('ROLLBACK');
    throw error;
  }
}

async function underAdvisoryLock(source: DataSource): Promise<Migration[]> {
  const keeper = source.createQueryRunner();
  await keeper.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    return await source.runMigrations({ transaction: 'all' });
  } finally {
    await keeper.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await keeper.release();
  }
}
