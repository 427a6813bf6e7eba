import { isEmail } from 'class-validator';
import { UsageError } from '../kernel/errors.js';

/** How encryption is agreed with the mail server: from the first byte, demanded, where offered, never. */
export type MailTls = 'implicit' | 'required' | 'offered' | 'none';

/** The mail server that SMTP_URL names. Never logged: it holds a password. */
export interface SmtpTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: MailTls;
  readonly auth: { readonly user: string; readonly pass: string } | null;
  /** Milliseconds of silence after which the server counts as hanging. */
  readonly timeout: number;
}

/** From whom mail comes: a name to read, an address to answer to. */
export interface MailSender {
  readonly name: string;
  readonly address: string;
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };
const TLS = { auto: null, required: 'required', none: 'none' } as const;
const LONGEST_TIMEOUT = 20;
const EXAMPLE = 'for example smtp://user:password@mail.example.gov.vn:587';

/**
 * `smtp://` (STARTTLS: demanded where a password is sent, else used where offered) or `smtps://`, with
 * `?tls=required|none` and `?timeout=<seconds>` (1 to 20).
 * @returns null where nothing is set: mail goes into a folder.
 * @throws UsageError, one line without the value, which is a secret.
 */
export function readSmtpUrl(name: string, value: string | null): SmtpTarget | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const port = url === null ? undefined : PORTS[url.protocol];
  if (url === null || port === undefined || url.hostname === '' || !['', '/'].includes(url.pathname)) {
    throw new UsageError(`${name}: is not an smtp or smtps address of a server, ${EXAMPLE}`);
  }
  const auth =
    url.username === '' ? null : { user: decoded(name, url.username), pass: decoded(name, url.password) };
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? port : Number(url.port),
    tls: url.protocol === 'smtps:' ? 'implicit' : (readTls(name, url) ?? (auth ? 'required' : 'offered')),
    auth,
    timeout: readTimeout(name, url) * 1000,
  };
}

/**
 * `name@host` or `A name <name@host>`.
 * @param needed mail goes to a server, which must be told an address that is ours.
 * @param baseUrl gives the address where none is set: mail in a folder reaches nobody.
 * @throws UsageError
 */
export function readMailFrom(
  name: string,
  value: string | null,
  needed: boolean,
  baseUrl: string,
): MailSender {
  if (value === null) {
    if (needed) throw new UsageError(`${name}: is needed with SMTP_URL, for example pakn@example.gov.vn`);
    return { name: 'Lắng Nghe', address: `khong-tra-loi@${new URL(baseUrl).hostname}` };
  }
  const [, label = '', bracketed] = /^([^<>]*)<([^<>\s]+)>$/.exec(value) ?? [];
  const address = bracketed ?? value;
  const isPlain = /^[\x21-\x7e]+$/.test(address) && isEmail(address) && !/[\p{Cc}"]/u.test(label);
  if (!isPlain)
    throw new UsageError(`${name}: is not an address, for example “Lắng Nghe <pakn@example.gov.vn>”`);
  return { name: label.trim().normalize('NFC') || 'Lắng Nghe', address };
}

function readTls(name: string, url: URL): MailTls | null {
  const asked = url.searchParams.get('tls') ?? 'auto';
  if (!Object.hasOwn(TLS, asked)) throw new UsageError(`${name}: tls is none of auto, required, none`);
  return TLS[asked as keyof typeof TLS];
}

function readTimeout(name: string, url: URL): number {
  const asked = url.searchParams.get('timeout') ?? String(LONGEST_TIMEOUT);
  const seconds = /^\d{1,2}$/.test(asked) ? Number(asked) : 0;
  if (seconds < 1 || seconds > LONGEST_TIMEOUT)
    throw new UsageError(`${name}: timeout is not a number of seconds from 1 to ${LONGEST_TIMEOUT}`);
  return seconds;
}

function decoded(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new UsageError(`${name}: user or password holds a % that is not an escape; write it as %25`);
  }
}
