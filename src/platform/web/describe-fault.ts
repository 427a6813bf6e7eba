/**
 * What the log may keep of an error: its kind, code and where it happened. Not its message and parameters:
 * a database error quotes the row that it refused, with name and telephone number.
 */
export function describeFault(error: unknown): {
  readonly kind: string;
  readonly code?: string;
  readonly at: readonly string[];
} {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { kind: error.constructor.name, ...(typeof code === 'string' ? { code } : {}), at };
}
