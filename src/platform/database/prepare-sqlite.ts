import type BetterSqlite3 from 'better-sqlite3';

/**
 * Makes a connection of ours safe to write with.
 * - WAL: readers never wait for the writer.
 * - synchronous=FULL: in WAL mode better-sqlite3 defaults to NORMAL, and a power cut would lose receipts already shown.
 * - secure_delete: what is erased is overwritten, not only forgotten: personal data must not lie on in free pages.
 * - BEGIN IMMEDIATE: TypeORM begins deferred transactions, which fail at their first write when another
 *   process writes (“database is locked”), after the work was done.
 */
export function prepareSqliteWriter(database: BetterSqlite3.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  const prepare = database.prepare.bind(database);
  database.prepare = (sql: string) =>
    prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE TRANSACTION' : sql);
}
