import { createHmac, timingSafeEqual } from 'node:crypto';

const DIGITS = 6;

/**
 * The citizen's PIN: derived from the code, never stored, so it can be shown again after a redirect and
 * is not in a stolen database. Several keys may be in force; the newest makes, all of them open.
 */
export class TrackingPin {
  private readonly keys: readonly (readonly [version: number, key: Buffer])[];

  /** @param keys secret keys by version; a key is retired by leaving it out, and its PINs with it. */
  constructor(keys: ReadonlyMap<number, Buffer>) {
    this.keys = [...keys].sort(([a], [b]) => b - a);
    if (this.keys.length === 0) throw new Error('no PIN key');
  }

  /** @param code in canonical form. @returns six digits. */
  of(code: string): string {
    const [newest] = this.keys;
    if (!newest) throw new Error('no PIN key');
    return derive(newest, code);
  }

  /** Compares in constant time, and always against every key. @param typed what was typed; blanks and dashes are ignored. */
  matches(code: string, typed: string): boolean {
    const given = Buffer.from(typed.replace(/[\s.-]/g, '').padEnd(DIGITS, ' '));
    let found = false;
    for (const key of this.keys) {
      const right = Buffer.from(derive(key, code));
      if (given.length === right.length && timingSafeEqual(given, right)) found = true;
    }
    return found;
  }
}

/** 48 bits of the digest modulo a million: the bias is below one in a hundred million. */
function derive([version, key]: readonly [number, Buffer], code: string): string {
  const digest = createHmac('sha256', key).update(`pin:${version}:${code}`).digest();
  return String(digest.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}
