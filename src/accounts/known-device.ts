import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RandomSource } from '../platform/kernel/random.js';

/** People who share a machine at a counter each keep their place in its cookie; the oldest makes room. */
const PLACES = 5;
const SHAPE = /^([\w-]{43})\.([\w-]{43})$/;

/**
 * A device where a person has signed in before. It has attempts of its own, so that somebody who guesses at the
 * person's password from elsewhere, or from the same address, slows down only themselves.
 * @param cookie what the browser sent: `nonce.mac` pairs, joined by `~`; anything else is ignored.
 * @param username normalised; it is not readable from the cookie.
 * @returns the device's nonce for this person, or null.
 */
export function knownDevice(cookie: string | null, username: string, key: Buffer): string | null {
  for (const { nonce, mac } of places(cookie)) {
    const expected = Buffer.from(macOf(nonce, username, key));
    if (timingSafeEqual(expected, Buffer.from(mac))) return nonce;
  }
  return null;
}

/** @returns the cookie to set after a sign-in; the same places, the person's first. */
export function rememberDevice(
  cookie: string | null,
  username: string,
  key: Buffer,
  random: RandomSource,
): string {
  const nonce = knownDevice(cookie, username, key) ?? random.token();
  const others = places(cookie).filter((place) => place.nonce !== nonce);
  return [{ nonce, mac: macOf(nonce, username, key) }, ...others]
    .slice(0, PLACES)
    .map((place) => `${place.nonce}.${place.mac}`)
    .join('~');
}

function places(cookie: string | null): { nonce: string; mac: string }[] {
  const matches = (cookie ?? '')
    .split('~')
    .slice(0, PLACES)
    .map((part) => SHAPE.exec(part));
  return matches.flatMap((match) => (match ? [{ nonce: match[1] ?? '', mac: match[2] ?? '' }] : []));
}

function macOf(nonce: string, username: string, key: Buffer): string {
  return createHmac('sha256', key).update(`known-device\n${nonce}\n${username}`).digest('base64url');
}
