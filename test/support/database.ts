import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import type { DatabaseTarget } from '../../src/platform/database/database-target.js';
import { migrate } from '../../src/platform/database/migrate.js';

export type Engine = 'sqlite' | 'postgres';
/** Every flow is proved on both. */
export const ENGINES: readonly Engine[] = ['sqlite', 'postgres'];
/**
 * SQLite in `npm test`, PostgreSQL in what `npm run test:all` adds. What depends on the engine (the heart, races, timers,
 * search, figures, changes in their order, migrations) asks both every time, by `ENGINES`.
 */
export const PAGE_ENGINES: readonly Engine[] = process.env['OTHER_ENGINE'] ? ['postgres'] : ['sqlite'];

export interface TestDatabase {
  readonly engine: Engine;
  readonly target: DatabaseTarget;
  /** As `DATABASE_URL` would say it. */
  readonly url: string;
  /** A folder of its own, for secrets and files. */
  readonly folder: string;
  drop(): Promise<void>;
}

/** Swept at the end of the run (postgres.setup.mjs). */
const runFolder = (): string => process.env.TEST_FOLDER ?? tmpdir();

/** Never a name of before: a test file that breaks off must not stand in the way of the next one on its worker. */
const unique = (): string => `ln_${process.pid}_${randomUUID().slice(0, 8)}`;

/** A migrated, empty database of its own: a copy of a template that is made once a worker. */
export async function aDatabase(engine: Engine): Promise<TestDatabase> {
  const folder = await mkdtemp(join(runFolder(), 'db-'));
  return engine === 'sqlite' ? sqliteCopy(folder) : postgresCopy(folder);
}

/** A database of its own that nothing was done to yet. */
export async function anEmptyDatabase(engine: Engine): Promise<TestDatabase> {
  const folder = await mkdtemp(join(runFolder(), 'db-'));
  return engine === 'sqlite' ? sqliteIn(folder) : postgresNamed(folder, '');
}

let sqliteTemplate: Promise<string> | undefined;

async function sqliteCopy(folder: string): Promise<TestDatabase> {
  sqliteTemplate ??= makeSqliteTemplate();
  const database = sqliteIn(folder);
  await copyFile(await sqliteTemplate, join(folder, SQLITE_FILE));
  return database;
}

const SQLITE_FILE = 'lang-nghe.sqlite';

function sqliteIn(folder: string): TestDatabase {
  const file = join(folder, SQLITE_FILE);
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { engine: 'sqlite', target: { engine: 'sqlite', file }, url: `sqlite:${file}`, folder, drop };
}

async function makeSqliteTemplate(): Promise<string> {
  const folder = join(runFolder(), `template-${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'template.sqlite');
  await migrate({ engine: 'sqlite', file }, ENTITIES);
  return file;
}

let postgresTemplate: Promise<string> | undefined;

async function postgresCopy(folder: string): Promise<TestDatabase> {
  postgresTemplate ??= makePostgresTemplate();
  return postgresNamed(folder, `TEMPLATE ${await postgresTemplate}`);
}

async function postgresNamed(folder: string, from: string): Promise<TestDatabase> {
  const name = unique();
  await administer(`CREATE DATABASE ${name} ${from}`);
  const url = serverUrl(name);
  const drop = async (): Promise<void> => {
    await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await rm(folder, { recursive: true, force: true });
  };
  return { engine: 'postgres', target: { engine: 'postgres', url, replicas: [] }, url, folder, drop };
}

async function makePostgresTemplate(): Promise<string> {
  const name = `ln_template_${process.pid}`;
  await administer(`DROP DATABASE IF EXISTS ${name}`);
  await administer(`CREATE DATABASE ${name}`);
  await migrate({ engine: 'postgres', url: serverUrl(name), replicas: [] }, ENTITIES);
  return name;
}

function serverUrl(database: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://localhost/postgres');
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(sql: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url: process.env.TEST_DATABASE_URL }).initialize();
  try {
    await source.query(sql);
  } finally {
    await source.destroy();
  }
}
