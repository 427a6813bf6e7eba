import type { QueryRunner } from 'typeorm';

/** Tables whose rows are never changed or deleted; the engines themselves refuse it. */
export const APPEND_ONLY = ['journal_entry', 'audit_entry'] as const;

/** The triggers of one table, as SQL for the engine. TypeORM's `addColumn` on SQLite drops them: put them back after it. */
export function appendOnlyTriggers(engine: 'sqlite' | 'postgres', table: string): string[] {
  if (engine === 'sqlite') {
    return ['UPDATE', 'DELETE'].map(
      (event) =>
        `CREATE TRIGGER "${table}_no_${event.toLowerCase()}" BEFORE ${event} ON "${table}" ` +
        `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    );
  }
  return [
    `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
    `CREATE TRIGGER "${table}_no_change" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE TRIGGER "${table}_no_truncate" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ];
}

/** Called by the migration that creates, or on SQLite rebuilds, an append-only table. */
export async function installAppendOnly(
  runner: QueryRunner,
  table: (typeof APPEND_ONLY)[number],
): Promise<void> {
  const engine = runner.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
  for (const sql of appendOnlyTriggers(engine, table)) await runner.query(sql);
}
