import { createHash, timingSafeEqual } from 'node:crypto';
import type { RandomSource } from '../platform/kernel/random.js';

const SHAPE = /^lnk_([a-z2-7]{12})_([\w-]{43})$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** A key before its secret is forgotten. */
export interface FreshKey {
  /** What the partner sends: `lnk_<prefix>_<secret>`; shown once. */
  readonly text: string;
  readonly prefix: string;
  readonly hash: string;
}

/** @returns a new key with 256 random bits. */
export function freshKey(random: RandomSource): FreshKey {
  const prefix = Array.from({ length: 12 }, () => LETTERS[random.below(LETTERS.length)]).join('');
  const secret = random.token();
  return { text: `lnk_${prefix}_${secret}`, prefix, hash: digest(secret) };
}

/** @returns the parts of a key as it was sent; null for what never was one. */
export function readKey(text: string): { readonly prefix: string; readonly hash: string } | null {
  const [, prefix, secret] = SHAPE.exec(text) ?? [];
  return prefix === undefined || secret === undefined ? null : { prefix, hash: digest(secret) };
}

/** @returns whether both are the same, in a time that does not tell where they differ. */
export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
