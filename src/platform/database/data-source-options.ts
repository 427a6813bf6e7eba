import type { DataSourceOptions, EntitySchema } from 'typeorm';
import type { DatabaseTarget } from './database-target.js';
import { postgresMigrations, sqliteMigrations } from './migrations/index.js';
import { prepareSqliteWriter } from './prepare-sqlite.js';

/* eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type for an entity class */
export type EntityClass = Function | EntitySchema;

const POOL = 10;

/**
 * The source that writes. Private to this room: everybody else writes through `UnitOfWork`.
 * On SQLite `timeout: 0`, because a waiting BEGIN would freeze the whole process; the unit of work tries again.
 */
export function writerOptions(target: DatabaseTarget, entities: EntityClass[]): DataSourceOptions {
  if (target.engine === 'sqlite') {
    return {
      type: 'better-sqlite3',
      database: target.file,
      entities,
      migrations: sqliteMigrations,
      timeout: 0,
      prepareDatabase: prepareSqliteWriter as (database: unknown) => void,
    };
  }
  return {
    type: 'postgres',
    url: target.url,
    entities,
    migrations: postgresMigrations,
    poolSize: POOL,
    applicationName: 'lang-nghe',
  };
}

/** The default source: it can only read, so that a stray write fails at once instead of escaping the unit of work. */
export function readerOptions(target: DatabaseTarget, entities: EntityClass[]): DataSourceOptions {
  if (target.engine === 'sqlite') {
    return { type: 'better-sqlite3', database: target.file, entities, readonly: true, fileMustExist: true };
  }
  const readOnly = { extra: { options: '-c default_transaction_read_only=on' }, poolSize: POOL };
  const [first] = target.replicas;
  if (first === undefined) return { type: 'postgres', url: target.url, entities, ...readOnly };
  const slaves = target.replicas.map((url) => ({ url }));
  return { type: 'postgres', entities, replication: { master: { url: first }, slaves }, ...readOnly };
}
