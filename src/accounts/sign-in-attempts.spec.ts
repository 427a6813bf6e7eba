import { describe, expect, it } from '@jest/globals';
import { policyOf } from '../platform/web/attempt-policy.js';
import { attemptKeys } from './sign-in-attempts.js';

describe('attemptKeys', () => {
  it('shares no key between a known device and anybody elsewhere', () => {
    const own = attemptKeys('nguyen.lan', '10.0.0.7', 'a-nonce');
    const elsewhere = attemptKeys('nguyen.lan', '10.0.0.7', null);
    expect(own.filter((key) => elsewhere.includes(key))).toEqual([]);
  });

  it('is strict with one name from one place, and gentle with what many share', () => {
    const waits = attemptKeys('nguyen.lan', '10.0.0.7', null).map((key) => policyOf(key).longest / 1000);
    expect(waits).toEqual([900, 30, 60]);
    expect(attemptKeys('tran.minh', '10.0.0.7', null)[0]).not.toBe(
      attemptKeys('nguyen.lan', '10.0.0.7', null)[0],
    );
  });
});
