import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../kernel/errors.js';
import type { RandomSource } from '../kernel/random.js';
import { Secrets } from './secrets.js';
import type { Settings } from './settings.js';

export interface SecretsFile {
  readonly sessionSecret: string;
  readonly pinKeys: Readonly<Record<string, string>>;
  /** Epoch ms, of the versions that were added later. */
  readonly pinKeysMadeAt?: Readonly<Record<string, number>>;
}

export const SECRETS_FILE = 'secrets.json';

/**
 * Keys from `secrets.json` in the data folder, made at the first run; SESSION_SECRET goes before the file.
 * @throws UsageError when the folder cannot be written or the file is damaged: going on with new keys would void every PIN.
 */
export function loadSecrets(
  settings: Pick<Settings, 'dataDir' | 'sessionSecret'>,
  random: RandomSource,
): Secrets {
  const file = join(settings.dataDir, SECRETS_FILE);
  const stored = parseSecrets(file, read(file) ?? create(settings.dataDir, file, random));
  const pinKeys = Object.entries(stored.pinKeys).map(
    ([version, key]) => [Number(version), Buffer.from(key, 'base64url')] as const,
  );
  return new Secrets(settings.sessionSecret ?? stored.sessionSecret, new Map(pinKeys));
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new UsageError(`STORAGE_DIR: ${file} cannot be read (${codeOf(error)})`);
  }
}

/** Written beside and then linked: another process sees the whole file or none, and whoever comes second takes the first one's. */
function create(folder: string, file: string, random: RandomSource): string {
  const content: SecretsFile = { sessionSecret: random.token(), pinKeys: { 1: random.token() } };
  const draft = join(folder, `.secrets-${random.token().slice(0, 12)}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `STORAGE_DIR: ${file} cannot be written (${codeOf(error)}), for example STORAGE_DIR=/var/lib/lang-nghe`,
    );
  }
}

/** @throws UsageError for a damaged file; it says nothing of what stands in it. */
export function parseSecrets(file: string, text: string): SecretsFile {
  const damaged = new UsageError(
    `STORAGE_DIR: ${file} is damaged; put it back from the backup, receipts depend on it`,
  );
  let content: Partial<SecretsFile> | null;
  try {
    content = JSON.parse(text) as Partial<SecretsFile> | null;
  } catch {
    throw damaged;
  }
  const { sessionSecret, pinKeys, pinKeysMadeAt = {} } = content ?? {};
  if (typeof sessionSecret !== 'string' || sessionSecret.length < 32 || typeof pinKeys !== 'object')
    throw damaged;
  const entries = Object.entries(pinKeys);
  const whole = entries.every(
    ([version, key]) => /^[1-9]\d{0,4}$/.test(version) && typeof key === 'string' && key.length >= 32,
  );
  if (entries.length === 0 || !whole) throw damaged;
  return { sessionSecret, pinKeys, pinKeysMadeAt };
}

function codeOf(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? 'unknown';
}
