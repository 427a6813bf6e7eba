import { describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { SecureRandom } from '../platform/kernel/random.js';
import { freshTotpSecret, inFours, stepOfCode, totpAddress } from './totp.js';

/** RFC 6238, appendix B: the secret “12345678901234567890”, SHA-1, the last six digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const RFC = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

describe('codes of an authenticator app', () => {
  it.each(RFC)('are those of RFC 6238 at second %i', (second, code) => {
    expect(stepOfCode(RFC_SECRET, code, second * 1_000)).toBe(Math.floor(second / 30));
    expect(stepOfCode(RFC_SECRET, code, (second + 90) * 1_000)).toBeNull();
  });

  it('count one step early and late, and say whose step it was', () => {
    const now = 1_790_000_010_000;
    const step = Math.floor(now / 30_000);
    const codeAt = (steps: number): string =>
      generateSync({ secret: RFC_SECRET, epoch: now / 1_000 + steps * 30 });
    expect([-1, 0, 1].map((by) => stepOfCode(RFC_SECRET, codeAt(by), now))).toEqual([
      step - 1,
      step,
      step + 1,
    ]);
    expect([-2, 2].map((by) => stepOfCode(RFC_SECRET, codeAt(by), now))).toEqual([null, null]);
  });

  it('are six digits, with blanks as apps show them', () => {
    expect(stepOfCode(RFC_SECRET, ' 287 082 ', 59_000)).toBe(1);
    for (const typed of ['', '28708', '2870822', '２８７０８２', '-87082', '287082\0', 'abcdef']) {
      expect(stepOfCode(RFC_SECRET, typed, 59_000)).toBeNull();
    }
  });

  it('rest on secrets of 160 bits, shown in fours and as an address', () => {
    const secrets = Array.from({ length: 20 }, () => freshTotpSecret(new SecureRandom()));
    expect(new Set(secrets).size).toBe(20);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(inFours(RFC_SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
    const address = new URL(totpAddress('Lắng Nghe', 'le.hoa', RFC_SECRET));
    expect([address.protocol, address.searchParams.get('secret')]).toEqual(['otpauth:', RFC_SECRET]);
    expect(decodeURIComponent(address.pathname)).toContain('Lắng Nghe:le.hoa');
  });
});
