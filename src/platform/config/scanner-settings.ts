import { UsageError } from '../kernel/errors.js';

/** Where clamd listens. */
export interface ScannerTarget {
  readonly at: { readonly host: string; readonly port: number } | { readonly path: string };
  /** Milliseconds of silence after which it counts as hanging. */
  readonly timeout: number;
}

const PORT = 3310;
const TIMEOUT = { usual: 30, longest: 60 };
const EXAMPLE = 'for example tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl';

/**
 * `tcp://host:port` or `unix:/path`, with `?timeout=<seconds>` (1 to 60).
 * @returns null where nothing is set: files are not scanned.
 * @throws UsageError
 */
export function readClamdUrl(name: string, value: string | null): ScannerTarget | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const seconds = Number(url?.searchParams.get('timeout') ?? TIMEOUT.usual);
  const isBounded = Number.isInteger(seconds) && seconds >= 1 && seconds <= TIMEOUT.longest;
  if (!url || !isBounded) throw new UsageError(`${name}: is not an address of clamd, ${EXAMPLE}`);
  const timeout = seconds * 1000;
  if (url.protocol === 'tcp:' && url.hostname !== '' && ['', '/'].includes(url.pathname)) {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return { at: { host, port: url.port === '' ? PORT : Number(url.port) }, timeout };
  }
  if (url.protocol === 'unix:' && url.pathname.startsWith('/'))
    return { at: { path: decodeURIComponent(url.pathname) }, timeout };
  throw new UsageError(`${name}: is not an address of clamd, ${EXAMPLE}`);
}
