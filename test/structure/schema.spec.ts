import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { APPEND_ONLY, appendOnlyTriggers } from '../../src/platform/database/append-only.js';
import { writerOptions } from '../../src/platform/database/data-source-options.js';
import { WORD_INDEXED, wordIndexStatements } from '../../src/platform/database/word-index.js';
import { aDatabase, ENGINES, type TestDatabase } from '../support/database.js';

const TRIGGERS = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'trigger'`,
  postgres: `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal`,
};

describe.each(ENGINES)('the schema on %s', (engine) => {
  let database: TestDatabase;
  let source: DataSource;
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  it('is what the entities say, and keeps its triggers', async () => {
    database = await aDatabase(engine);
    source = await new DataSource(writerOptions(database.target, ENTITIES)).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    const statements = [
      ...APPEND_ONLY.flatMap((table) => appendOnlyTriggers(engine, table)),
      ...WORD_INDEXED.flatMap((table) => wordIndexStatements(engine, table)),
    ];
    const expected = statements.flatMap((sql) => /CREATE TRIGGER "(\w+)"/.exec(sql)?.[1] ?? []).sort();
    const found = await source.query<{ name: string }[]>(TRIGGERS[engine]);
    expect(found.map(({ name }) => name).sort()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });
});

it('every entity is in the list of entities', async () => {
  const files = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.entity.ts'));
  const classes = await Promise.all(
    files.map(
      async (file) =>
        /@Entity\([\s\S]*?export class (\w+)/.exec(await readFile(join('src', file), 'utf8'))?.[1],
    ),
  );
  expect(classes.sort()).toEqual(ENTITIES.map(({ name }) => name).sort());
});
