import { describe, expect, it } from '@jest/globals';
import { SecureRandom } from '../platform/kernel/random.js';
import { knownDevice, rememberDevice } from './known-device.js';

const random = new SecureRandom();
const KEY = Buffer.from('a key of the installation');

describe('knownDevice', () => {
  it('recognises a device by what it was given, for that person alone', () => {
    const cookie = rememberDevice(null, 'nguyen.lan', KEY, random);
    expect(knownDevice(cookie, 'nguyen.lan', KEY)).toHaveLength(43);
    expect(knownDevice(cookie, 'tran.minh', KEY)).toBeNull();
    expect(knownDevice(cookie, 'nguyen.lan', Buffer.from('another key'))).toBeNull();
  });

  it('keeps its name when the person signs in again, and the places of colleagues', () => {
    const lan = rememberDevice(null, 'nguyen.lan', KEY, random);
    const both = rememberDevice(lan, 'tran.minh', KEY, random);
    const again = rememberDevice(both, 'nguyen.lan', KEY, random);
    expect(knownDevice(again, 'nguyen.lan', KEY)).toBe(knownDevice(lan, 'nguyen.lan', KEY));
    expect(knownDevice(again, 'tran.minh', KEY)).toBe(knownDevice(both, 'tran.minh', KEY));
  });

  it('stays small: the sixth person takes the oldest place', () => {
    let cookie: string | null = null;
    for (const name of ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'])
      cookie = rememberDevice(cookie, name, KEY, random);
    expect(knownDevice(cookie, 'a1', KEY)).toBeNull();
    expect(knownDevice(cookie, 'f6', KEY)).not.toBeNull();
    expect(cookie?.split('~')).toHaveLength(5);
  });

  it.each(['', '~', 'x.y', 'a'.repeat(43), `${'é'.repeat(43)}.${'a'.repeat(43)}`, '~'.repeat(100_000)])(
    'takes nothing it did not give',
    (cookie) => {
      expect(knownDevice(cookie, 'nguyen.lan', KEY)).toBeNull();
    },
  );
});
