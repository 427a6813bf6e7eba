import { generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import type { RandomSource } from '../platform/kernel/random.js';

/** RFC 4226 §4 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;
const STEP_SECONDS = 30;

/** @returns a fresh shared secret in base32, 32 letters, as authenticator apps take it. */
export function freshTotpSecret(random: RandomSource): string {
  const bytes = Buffer.from(random.token(), 'base64url').subarray(0, SECRET_BYTES);
  return new ScureBase32Plugin().encode(bytes, { padding: false });
}

/**
 * @param code six digits, blanks allowed. @param now epoch ms.
 * @returns the 30-second step whose code it is (the present one, the one before or after, for clocks that differ);
 * null where it is none of them.
 */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now / 1_000);
  const found = verifySync({ secret, token, epoch, period: STEP_SECONDS, epochTolerance: STEP_SECONDS });
  if (!found.valid || !('timeStep' in found)) return null;
  return found.timeStep;
}

/** @returns the address that an authenticator app reads from the QR code. */
export function totpAddress(issuer: string, username: string, secret: string): string {
  return generateURI({ issuer, label: username, secret });
}

/** @returns the secret in groups of four, to be typed where no camera is. */
export function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
