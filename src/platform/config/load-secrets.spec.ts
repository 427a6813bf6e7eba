import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RandomSource, SecureRandom } from '../kernel/random.js';
import { loadSecrets } from './load-secrets.js';

describe('secrets', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'ln-secrets-'));
  });
  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  const load = (sessionSecret: string | null = null) =>
    loadSecrets({ dataDir, sessionSecret }, new SecureRandom());

  it('are made once, for the owner alone, and found again', () => {
    const first = load();
    const second = load();
    expect(second.pinKey(1)).toEqual(first.pinKey(1));
    expect(second.sessionSecret).toBe(first.sessionSecret);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
  });

  it('are those of the process that came first', () => {
    // The second process looked, found nothing, and is overtaken while it makes its own.
    const random = new SecureRandom();
    let first: ReturnType<typeof load> | null = null;
    class Overtaken extends RandomSource {
      below(bound: number): number {
        return random.below(bound);
      }
      token(): string {
        first ??= load();
        return random.token();
      }
    }
    const second = loadSecrets({ dataDir, sessionSecret: null }, new Overtaken());
    expect(second.pinKey(1)).toEqual((first as ReturnType<typeof load> | null)?.pinKey(1));
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
  });

  it('take the session’s secret from the settings where it is given', () => {
    const given = 'x'.repeat(40);
    expect(load(given).sessionSecret).toBe(given);
    expect(load().sessionSecret).not.toBe(given);
  });

  it('derive a different key for every use, the same each time', () => {
    const secrets = load();
    expect(secrets.derive('csrf')).toEqual(secrets.derive('csrf'));
    expect(secrets.derive('csrf')).not.toEqual(secrets.derive('cookies'));
  });

  it('use the newest PIN key and keep the older ones', () => {
    const keys = { 1: 'a'.repeat(43), 2: 'b'.repeat(43) };
    writeFileSync(
      join(dataDir, 'secrets.json'),
      JSON.stringify({ sessionSecret: 's'.repeat(43), pinKeys: keys }),
    );
    expect(load().pinKeyVersion).toBe(2);
    expect(load().pinKey(1)).toEqual(Buffer.from(keys[1], 'base64url'));
    expect(() => load().pinKey(3)).toThrow('version 3');
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"sessionSecret":"short","pinKeys":{}}',
    `{"sessionSecret":"${'s'.repeat(43)}","pinKeys":{}}`,
  ])('stop the start when the file is damaged: %s', (text) => {
    writeFileSync(join(dataDir, 'secrets.json'), text);
    expect(() => load()).toThrow(/^STORAGE_DIR: .*damaged/);
  });

  it('stop the start when the folder cannot be one', () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(() =>
      loadSecrets({ dataDir: join(dataDir, 'file'), sessionSecret: null }, new SecureRandom()),
    ).toThrow(/^STORAGE_DIR: /);
  });
});
