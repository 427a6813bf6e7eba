import { isCivilDay } from '../kernel/civil-day.js';
import { UsageError } from '../kernel/errors.js';

/** `false`, the number of proxies before the product, or their addresses: what Express calls “trust proxy”. */
export type TrustProxy = false | number | string;

/** The time at which the product's clock starts, and whether it stands there. */
export interface StartOfTime {
  readonly instant: number;
  readonly fixed: boolean;
}

const PORT_MAX = 65_535;

/** @throws UsageError, as all readers here: one line with name, fault and an example. */
export function readPort(name: string, value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
  if (port < 0 || port > PORT_MAX) throw wrong(name, value, `is not a port from 0 to ${PORT_MAX}`, '3000');
  return port;
}

export function readChoice<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw wrong(name, value, `is none of ${choices.join(', ')}`, choices[0] ?? '');
  return choice;
}

/** @returns scheme, host and port without a slash at the end. */
export function readAddress(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain =
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  if (!plain || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new UsageError(
      `${name}: is not an http or https address without path and password, for example https://pakn.example.gov.vn`,
    );
  }
  return url.origin;
}

export function readTrustProxy(name: string, value: string): TrustProxy {
  if (value === 'false') return false;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const parts = value.split(',').map((part) => part.trim());
  if (
    parts.every((part) => /^(loopback|linklocal|uniquelocal|[\d.]+(\/\d+)?|[\da-fA-F:]+(\/\d+)?)$/.test(part))
  ) {
    return parts.join(', ');
  }
  throw wrong(name, value, 'is not false, a number of proxies, or addresses of proxies', '1');
}

/** @param allowed not in production, where the machine itself is no partner's server */
export function readLoopback(name: string, value: string | null, allowed: boolean): boolean {
  const isOn = value !== null && readChoice(name, value, ['true', 'false']) === 'true';
  if (isOn && !allowed) throw new UsageError(`${name}: is refused when NODE_ENV is production; leave it out`);
  return isOn;
}

/** @param refused in production, where a wrong clock would make every deadline and figure wrong */
export function readNow(name: string, value: string | null, refused: boolean): StartOfTime | null {
  if (value === null) return null;
  if (refused) throw new UsageError(`${name}: is refused when NODE_ENV is production; leave it out`);
  const [, iso = '', flag] = /^([^,]*?)\s*(?:,\s*(.*))?$/.exec(value) ?? [];
  const instant = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(iso)
    ? Date.parse(inVietnam(iso))
    : NaN;
  if (!isCivilDay(iso.slice(0, 10)) || Number.isNaN(instant) || !['fixed', undefined].includes(flag)) {
    throw wrong(name, value, 'is not a time', '2026-11-20T08:00:00+07:00 or 2026-11-20T08:00:00+07:00,fixed');
  }
  return { instant, fixed: flag === 'fixed' };
}

/** A time without a zone is Vietnam's, whatever the machine's own zone is. */
function inVietnam(iso: string): string {
  if (!iso.includes('T')) return `${iso}T00:00:00+07:00`;
  return /(Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}+07:00`;
}

function wrong(name: string, value: string, fault: string, example: string): UsageError {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return new UsageError(`${name}: “${shown.replace(/\s+/g, ' ')}” ${fault}, for example ${example}`);
}
