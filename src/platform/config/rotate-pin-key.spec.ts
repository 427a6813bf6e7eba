import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SecureRandom } from '../kernel/random.js';
import { loadSecrets } from './load-secrets.js';
import { pinKeysInFile, rotatePinKey } from './rotate-pin-key.js';

const NOW = Date.parse('2026-03-10T08:00:00+07:00');

describe('another PIN key', () => {
  const random = new SecureRandom();
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'ln-rotate-'));
  });
  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  const load = () => loadSecrets({ dataDir, sessionSecret: null }, random);

  it('stands beside the older ones, for the owner alone', () => {
    const before = load();
    expect(rotatePinKey(dataDir, NOW, random)).toBe(2);
    const after = load();
    expect(after.pinKeyVersion).toBe(2);
    expect(after.pinKey(1)).toEqual(before.pinKey(1));
    expect(after.pinKey(2)).not.toEqual(before.pinKey(1));
    expect(after.sessionSecret).toBe(before.sessionSecret);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
  });

  it('is known by its version and its day', () => {
    load();
    rotatePinKey(dataDir, NOW, random);
    rotatePinKey(dataDir, NOW + 1, random);
    expect(pinKeysInFile(dataDir)).toEqual([
      { version: 3, madeAt: NOW + 1 },
      { version: 2, madeAt: NOW },
      { version: 1, madeAt: null },
    ]);
  });

  it('is not made while somebody else makes one, nor in a damaged file', () => {
    load();
    writeFileSync(join(dataDir, 'secrets.json.new'), '');
    expect(() => rotatePinKey(dataDir, NOW, random)).toThrow(/EEXIST/);
    rmSync(join(dataDir, 'secrets.json.new'));
    writeFileSync(join(dataDir, 'secrets.json'), '{');
    expect(() => rotatePinKey(dataDir, NOW, random)).toThrow(/damaged/);
    expect([readdirSync(dataDir), pinKeysInFile(dataDir)]).toEqual([['secrets.json'], null]);
  });
});
