import { closeSync, openSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../kernel/errors.js';
import type { RandomSource } from '../kernel/random.js';
import { parseSecrets, SECRETS_FILE, type SecretsFile } from './load-secrets.js';

/** A PIN key as people may know it: never the key. */
export interface PinKeyFacts {
  readonly version: number;
  /** Epoch ms; null for the one that was made with the installation. */
  readonly madeAt: number | null;
}

/**
 * Adds a PIN key to `secrets.json`; the older ones stay in it, so that every PIN in people's hands goes on opening.
 * Servers that run go on with the keys that they started with: they have to be started again.
 * @param now epoch ms
 * @returns its version. @throws UsageError where the file cannot be read or written, or somebody else is at it.
 */
export function rotatePinKey(dataDir: string, now: number, random: RandomSource): number {
  const file = join(dataDir, SECRETS_FILE);
  const draft = `${file}.new`;
  const claimed = claim(draft);
  try {
    const before = parseSecrets(file, readFileSync(file, 'utf8'));
    const version = Math.max(...Object.keys(before.pinKeys).map(Number)) + 1;
    const after: SecretsFile = {
      ...before,
      pinKeys: { ...before.pinKeys, [version]: random.token() },
      pinKeysMadeAt: { ...before.pinKeysMadeAt, [version]: now },
    };
    writeFileSync(claimed, `${JSON.stringify(after, null, 2)}\n`, { flush: true });
    closeSync(claimed);
    renameSync(draft, file);
    return version;
  } catch (error) {
    unlinkSync(draft);
    throw error instanceof UsageError ? error : unusable(file, error);
  }
}

/** The draft itself is the claim: who finds one there lets the other end. */
function claim(draft: string): number {
  try {
    return openSync(draft, 'wx', 0o600);
  } catch (error) {
    throw unusable(draft, error);
  }
}

function unusable(file: string, error: unknown): UsageError {
  const code = (error as { code?: string } | null)?.code ?? 'unknown';
  return new UsageError(`STORAGE_DIR: ${file} cannot be written (${code})`);
}

/** @returns the keys in the file as it stands now, newest first; null where it cannot be read. */
export function pinKeysInFile(dataDir: string): PinKeyFacts[] | null {
  const file = join(dataDir, SECRETS_FILE);
  try {
    const { pinKeys, pinKeysMadeAt = {} } = parseSecrets(file, readFileSync(file, 'utf8'));
    return Object.keys(pinKeys)
      .map((version) => ({ version: Number(version), madeAt: pinKeysMadeAt[version] ?? null }))
      .sort((a, b) => b.version - a.version);
  } catch {
    return null;
  }
}
