/**
 * npm run migration:generate -- <name in kebab-case>
 * Compares entities and migrations on a throw-away SQLite file and a throw-away PostgreSQL, and writes what is missing
 * as one migration for each engine; add both to src/platform/database/migrations/index.ts.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../dist/src/entities.js';
import { writerOptions } from '../../dist/src/platform/database/data-source-options.js';
import { migrate } from '../../dist/src/platform/database/migrate.js';
import startPostgres from './postgres.setup.mjs';

const name = process.argv[2];
if (!name) throw new Error('give the migration a name');
const stamp = process.argv[3] ?? String(Date.now());
const className = name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());

await startPostgres();
const file = join(process.env.TEST_FOLDER, 'empty.sqlite');
const targets = [
  { engine: 'sqlite', file },
  { engine: 'postgres', url: process.env.TEST_DATABASE_URL, replicas: [] },
];
for (const target of targets) {
  await migrate(target, ENTITIES);
  const source = await new DataSource(writerOptions(target, ENTITIES)).initialize();
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  const statements = upQueries.map(({ query }) => `  ${JSON.stringify(query)},`).join('\n');
  const path = `src/platform/database/migrations/${target.engine}/${stamp}-${name}.ts`;
  await writeFile(
    path,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';\n\nconst STATEMENTS = [\n${statements}\n];\n\n` +
      `export class ${className}${stamp} implements MigrationInterface {\n  name = '${className}${stamp}';\n\n` +
      `  async up(runner: QueryRunner): Promise<void> {\n    for (const sql of STATEMENTS) await runner.query(sql);\n  }\n\n` +
      `  down(): Promise<void> {\n    throw new Error('restore the backup instead');\n  }\n}\n`,
  );
  console.log(`${path}: ${upQueries.length} statements`);
}
await globalThis.endOfRun();
