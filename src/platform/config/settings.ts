import { UsageError } from '../kernel/errors.js';
import { type MailSender, readMailFrom, readSmtpUrl, type SmtpTarget } from './mail-settings.js';
import { readClamdUrl, type ScannerTarget } from './scanner-settings.js';
import {
  readAddress,
  readChoice,
  readLoopback,
  readNow,
  readPort,
  readTrustProxy,
  type StartOfTime,
  type TrustProxy,
} from './setting-readers.js';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Mode = 'production' | 'development' | 'test';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MODES = ['production', 'development', 'test'] as const;

/** The product's settings, read once from the environment; README lists them with their defaults. */
export class Settings {
  private constructor(
    readonly port: number,
    /** `sqlite:<file>` or `postgres://…`; the database room reads it. */
    readonly databaseUrl: string,
    readonly replicaUrls: readonly string[],
    /** How people reach the product, without a slash at the end; for mail, QR codes and cookies. */
    readonly baseUrl: string,
    /** Null: made at the first run and kept in `secrets.json`. */
    readonly sessionSecret: string | null,
    /** Where files lie that belong to the data: secrets, attachments. */
    readonly dataDir: string,
    readonly trustProxy: TrustProxy,
    /** Null: the machine's own time. */
    readonly startOfTime: StartOfTime | null,
    readonly logLevel: (typeof LOG_LEVELS)[number],
    readonly mode: Mode,
    /** The throw-away demonstration: shows the design system and says on every page what it is. */
    readonly demo: boolean,
    /** Null: mail is written into the folder `mail` of the data. */
    readonly smtp: SmtpTarget | null,
    readonly mailFrom: MailSender,
    /** Null: attachments are not scanned for viruses. */
    readonly clamd: ScannerTarget | null,
    /** Webhooks may go to this machine itself, to try them out; refused in production. */
    readonly webhookLoopback: boolean,
  ) {}

  /** @throws UsageError with one line that names the first wrong setting; never the value of a secret. */
  static from(environment: Environment, { demo = false }: { demo?: boolean } = {}): Settings {
    const text = (name: string): string | null => environment[name]?.trim() || null;
    const mode = readChoice('NODE_ENV', text('NODE_ENV') ?? 'production', MODES);
    const port = readPort('PORT', text('PORT') ?? '3000');
    const databaseUrl = text('DATABASE_URL') ?? 'sqlite:data/lang-nghe.sqlite';
    const baseUrl = readAddress('BASE_URL', text('BASE_URL') ?? `http://localhost:${port}`);
    const smtp = readSmtpUrl('SMTP_URL', text('SMTP_URL'));
    return new Settings(
      port,
      databaseUrl,
      text('DATABASE_REPLICA_URLS')
        ?.split(',')
        .map((url) => url.trim()) ?? [],
      baseUrl,
      readSessionSecret(text('SESSION_SECRET')),
      text('STORAGE_DIR') ?? folderOf(databaseUrl),
      readTrustProxy('TRUST_PROXY', text('TRUST_PROXY') ?? 'false'),
      readNow('NOW', text('NOW'), text('NODE_ENV') === 'production' && !demo),
      readChoice('LOG_LEVEL', text('LOG_LEVEL') ?? (mode === 'test' ? 'silent' : 'info'), LOG_LEVELS),
      mode,
      demo,
      smtp,
      readMailFrom('MAIL_FROM', text('MAIL_FROM'), smtp !== null, baseUrl),
      readClamdUrl('CLAMD_URL', text('CLAMD_URL')),
      readLoopback('WEBHOOK_LOOPBACK', text('WEBHOOK_LOOPBACK'), mode !== 'production' || demo),
    );
  }

  get production(): boolean {
    return this.mode === 'production';
  }

  /** Cookies are `Secure`, and HSTS is sent, when people come by https. */
  get https(): boolean {
    return this.baseUrl.startsWith('https:');
  }
}

function readSessionSecret(value: string | null): string | null {
  if (value !== null && value.length < 32) {
    throw new UsageError(
      'SESSION_SECRET: is shorter than 32 characters; make one with: openssl rand -base64 48',
    );
  }
  return value;
}

/** Beside the SQLite file, so that one folder holds everything that a backup needs. */
function folderOf(databaseUrl: string): string {
  const file = /^sqlite:(.+)$/.exec(databaseUrl)?.[1];
  const slash = file?.lastIndexOf('/') ?? -1;
  if (file === undefined) return 'data';
  return slash > 0 ? file.slice(0, slash) : '.';
}
