import { describe, expect, it } from '@jest/globals';
import { Secrets } from '../platform/config/secrets.js';
import { SecureRandom } from '../platform/kernel/random.js';
import { SecretBox } from './secret-box.js';

const boxOf = (secret: string): SecretBox =>
  new SecretBox(new Secrets(secret, new Map()), new SecureRandom());
const box = boxOf('một khóa');

describe('the secret box', () => {
  it('gives back what was put in, in the same place and for the same use', () => {
    const sealed = box.seal('second-factor', '7', 'bí mật của bảy');
    expect(sealed).not.toContain('bí');
    expect(box.open('second-factor', '7', sealed)).toBe('bí mật của bảy');
    expect(box.seal('second-factor', '7', 'bí mật của bảy')).not.toBe(sealed);
  });

  it('stays shut elsewhere: another place, use, installation, or a single changed letter', () => {
    const sealed = box.seal('second-factor', '7', 'bí mật của bảy');
    expect(box.open('second-factor', '8', sealed)).toBeNull();
    expect(box.open('half-signed-in', '7', sealed)).toBeNull();
    expect(boxOf('khóa khác').open('second-factor', '7', sealed)).toBeNull();
    for (const at of [0, 17, sealed.length - 2]) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(box.open('second-factor', '7', sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeNull();
    }
    for (const junk of ['', 'A', '…', 'x'.repeat(500)]) {
      expect(box.open('second-factor', '7', junk)).toBeNull();
    }
  });

  it('marks the same text alike, and differently for each use and installation', () => {
    const marks = [
      box.mark('invitation', 'a'),
      box.mark('recovery-code', 'a'),
      boxOf('b').mark('invitation', 'a'),
    ];
    expect(new Set(marks).size).toBe(3);
    expect(box.mark('invitation', 'a')).toBe(marks[0]);
    expect(marks[0]).toMatch(/^[\w-]{43}$/);
  });
});
