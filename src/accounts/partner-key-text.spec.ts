import { describe, expect, it } from '@jest/globals';
import { SettableClock } from '../platform/kernel/clock.js';
import type { DomainError } from '../platform/kernel/errors.js';
import { SecureRandom } from '../platform/kernel/random.js';
import { freshKey, isSameHash, readKey } from './partner-key-text.js';
import { RequestQuota } from './request-quota.js';

describe('a partner’s key', () => {
  it('is found by its beginning and known by the digest of the rest', () => {
    const random = new SecureRandom();
    for (let n = 0; n < 50; n++) {
      const key = freshKey(random);
      expect(readKey(key.text)).toEqual({ prefix: key.prefix, hash: key.hash });
      expect(key.text).toMatch(/^lnk_[a-z2-7]{12}_[\w-]{43}$/);
      expect(key.hash).not.toContain(key.text.slice(-43));
    }
  });

  it('is none with another shape, and another with one letter changed', () => {
    const { text, hash } = freshKey(new SecureRandom());
    for (const bad of ['', 'lnk_', text.slice(1), `${text}x`, text.replace('lnk', 'LNK'), `${text}\n`])
      expect(readKey(bad)).toBeNull();
    const other = text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A');
    expect(isSameHash(readKey(other)?.hash ?? '', hash)).toBe(false);
    expect(isSameHash(hash, hash)).toBe(true);
    expect(isSameHash('', hash)).toBe(false);
  });

  it('is good for so many requests a minute, each key by itself', () => {
    const clock = new SettableClock(Date.parse('2026-03-10T08:00:20+07:00'));
    const quota = new RequestQuota(clock);
    for (let n = 0; n < 3; n++) quota.take(1, 3);
    const refused = (): DomainError | null => {
      try {
        quota.take(1, 3);
        return null;
      } catch (error) {
        return error as DomainError;
      }
    };
    expect(refused()).toMatchObject({ kind: 'too-many', params: { seconds: 40, perMinute: 3 } });
    quota.take(2, 3);
    clock.advance(40_000);
    expect(refused()).toBeNull();
  });
});
