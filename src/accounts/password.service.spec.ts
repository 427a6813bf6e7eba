import { describe, expect, it } from '@jest/globals';
import { SecureRandom, SeededRandom } from '../platform/kernel/random.js';
import { passwordFault } from './password-rules.js';
import { NOBODYS, PasswordService } from './password.service.js';

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
    expect(await passwords.matches(null, 'đoán mò')).toBe(false);
    // What the work depends on: kind, version, memory, passes, lanes, and how much is made of it.
    const cost = (stored: string) => stored.split('$').map((part, index) => (index < 4 ? part : part.length));
    expect(cost(NOBODYS)).toEqual(cost(await passwords.hash('bữa cơm chiều')));
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
