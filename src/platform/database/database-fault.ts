/** The few database errors the product reacts to, named once for both engines. */
interface DriverError {
  readonly code?: string;
  readonly message?: string;
  readonly driverError?: DriverError;
}

/** PostgreSQL asks to run the transaction again: serialization failure, deadlock. */
export function isRetryable(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
}

/** Another process writes to the same SQLite file at this moment. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** A unique constraint refused the row: somebody was faster with the same key. */
export function isUniqueViolation(error: unknown): boolean {
  return ['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error));
}

/** The driver's or the system's code, `ECONNREFUSED`, `28P01`; empty where there is none. Safe to print: it quotes nothing. */
export function codeOf(error: unknown): string {
  const fault = error as DriverError | undefined;
  return fault?.driverError?.code ?? fault?.code ?? '';
}
