import { UsageError } from '../kernel/errors.js';

/** Where the data lies: one SQLite file, or a PostgreSQL database with optional read replicas. */
export type DatabaseTarget =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string; readonly replicas: readonly string[] };

/**
 * Reads `DATABASE_URL` and `DATABASE_REPLICA_URLS`.
 * @param url `sqlite:<file>` or `postgres://user:password@host:port/name`
 * @throws UsageError that names the setting, never its value: a URL may hold a password.
 */
export function databaseTarget(url: string, replicas: readonly string[] = []): DatabaseTarget {
  if (url.startsWith('sqlite:')) {
    const file = url.slice('sqlite:'.length);
    if (file === '' || file === ':memory:') {
      throw new UsageError('DATABASE_URL: sqlite: needs a file, for example sqlite:data/lang-nghe.sqlite');
    }
    return { engine: 'sqlite', file };
  }
  requirePostgres('DATABASE_URL', url);
  for (const replica of replicas) requirePostgres('DATABASE_REPLICA_URLS', replica);
  return { engine: 'postgres', url, replicas };
}

function requirePostgres(setting: string, value: string): void {
  if (!/^postgres(ql)?:\/\/\S+$/.test(value) || !URL.canParse(value)) {
    throw new UsageError(`${setting}: must be sqlite:<file> or postgres://user:password@host:port/name`);
  }
}
