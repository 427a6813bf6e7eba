import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import type { TestDatabase } from '../support/database.js';

/** Keeps everybody else from writing items, as a long transaction of another program does. @returns what lets go. */
export async function holdWrites({ target }: TestDatabase): Promise<() => Promise<void>> {
  if (target.engine === 'sqlite') {
    const database = new Database(target.file);
    database.exec('BEGIN IMMEDIATE');
    return () => {
      database.exec('COMMIT');
      database.close();
      return Promise.resolve();
    };
  }
  const source = await new DataSource({ type: 'postgres', url: target.url }).initialize();
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await runner.query('LOCK TABLE feedback IN EXCLUSIVE MODE');
  return async () => {
    await runner.commitTransaction();
    await source.destroy();
  };
}
