import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EICAR, FakeClamd } from '../../../test/support/fake-clamd.js';
import { UsageError } from '../kernel/errors.js';
import { SettableClock } from '../kernel/clock.js';
import { Settings } from '../config/settings.js';
import { Clamd } from './clamd.js';

const peer = new FakeClamd();
const clock = new SettableClock(0);
let port: number;
let clamd: Clamd;
const at = (url: string): Clamd => new Clamd(Settings.from({ NODE_ENV: 'test', CLAMD_URL: url }), clock);

beforeEach(async () => {
  peer.mood = 'well';
  port = await peer.listen();
  clamd = at(`tcp://127.0.0.1:${port}?timeout=1`);
});
afterEach(() => peer.close());

async function* pieces(...bytes: (Buffer | string)[]): AsyncGenerator<Buffer> {
  for (const piece of bytes) yield Promise.resolve(Buffer.from(piece as string));
}
const large = (): AsyncGenerator<Buffer> =>
  pieces(...Array.from({ length: 400 }, () => Buffer.alloc(65_536)));

describe('the virus scanner', () => {
  it('hears the whole file and says whether it is clean', async () => {
    expect(await clamd.scan(large())).toBe('CLEAN');
    expect(peer.asked.at(-1)).toBe(400 * 65_536);
    expect(await clamd.scan(pieces())).toBe('CLEAN');
  });

  it('finds what lies across two pieces', async () => {
    expect(await clamd.scan(pieces('before ', EICAR.slice(0, 9), EICAR.slice(9)))).toBe('INFECTED');
  });

  it.each([
    ['hangs', 'clamd: hangs'],
    ['breaks', 'clamd: '],
    ['refuses', 'clamd: refused to look'],
  ] as const)('%s: that is no verdict', async (mood, message) => {
    peer.mood = mood;
    await expect(clamd.scan(large())).rejects.toThrow(message);
  });

  it('is left alone for half a minute after it was not there', async () => {
    await peer.close();
    await expect(clamd.scan(pieces('a'))).rejects.toThrow('clamd: ECONNREFUSED');
    await peer.listen(port);
    await expect(clamd.scan(pieces('a'))).rejects.toThrow('a moment ago');
    clock.set(clock.now() + 30_000);
    expect(await clamd.scan(pieces('a'))).toBe('CLEAN');
  });

  it('does not go on about a file that cannot be read', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from('a'));
      throw new Error('EIO');
    }
    await expect(clamd.scan(broken())).rejects.toThrow('clamd: ');
  });
});

describe('its address', () => {
  it('is a host, or a socket on this machine', () => {
    const target = (url: string): unknown => Settings.from({ CLAMD_URL: url }).clamd;
    expect(target('tcp://scanner')).toEqual({ at: { host: 'scanner', port: 3310 }, timeout: 30_000 });
    expect(target('tcp://[::1]:99?timeout=5')).toEqual({ at: { host: '::1', port: 99 }, timeout: 5_000 });
    expect(target('unix:/run/clamd.ctl')).toEqual({ at: { path: '/run/clamd.ctl' }, timeout: 30_000 });
    expect(Settings.from({}).clamd).toBeNull();
  });

  it.each(['scanner', 'http://scanner', 'tcp://', 'tcp://a/b', 'unix:relative', 'tcp://a?timeout=0'])(
    '%s is refused',
    (url) => {
      expect(() => Settings.from({ CLAMD_URL: url })).toThrow(UsageError);
    },
  );
});
