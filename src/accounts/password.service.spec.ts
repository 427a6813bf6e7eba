import { describe, expect, it } from '@jest/globals';
import { SecureRandom, SeededRandom } from '../platform/kernel/random.js';
import { passwordFault } from './password-rules.js';
import { PasswordService } from './password.service.js';

describe('PasswordService', () => {
  const passwords = new PasswordService(new SecureRandom());

  it('knows a password again, however its letters were composed, and no other', async () => {
    const stored = await passwords.hash('bữa cơm chiều');
    expect(await passwords.matches(stored, 'bữa cơm chiều'.normalize('NFD'))).toBe(true);
    expect(await passwords.matches(stored, 'bữa cơm trưa')).toBe(false);
  });

  it('gives each password its own salt and says argon2id', async () => {
    const [first, second] = await Promise.all([
      passwords.hash('bữa cơm chiều'),
      passwords.hash('bữa cơm chiều'),
    ]);
    expect(first).not.toBe(second);
    expect(first).toMatch(/^\$argon2id\$/);
  });

  it('lets nobody in without an account, at the same cost as with one', async () => {
    const stored = await passwords.hash('bữa cơm chiều');
    const time = async (hash: string | null) => {
      const start = performance.now();
      for (let round = 0; round < 8; round++) expect(await passwords.matches(hash, 'đoán mò')).toBe(false);
      return performance.now() - start;
    };
    await time(stored);
    const [known, unknown] = [await time(stored), await time(null)];
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it('makes passwords its own rules accept', () => {
    const seeded = new PasswordService(new SeededRandom(1));
    for (let round = 0; round < 200; round++) {
      const password = seeded.generate();
      expect(password).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
      expect(passwordFault(password, 'nguyen.lan')).toBeNull();
    }
  });
});
