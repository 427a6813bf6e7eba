import { dayOf } from './civil-day.js';
import type { RandomSource } from './random.js';

/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const SHAPE = /^PAKN(\d{2})([0-9A-HJKMNP-TV-Z]{8})([0-9A-HJKMNP-TV-Z])$/;

/**
 * A code for the citizen, unguessable and not the register number: `PAKN-26-7K3M9QTW-4`.
 * @param instant epoch ms; its year in Vietnam becomes the second part.
 */
export function newTrackingCode(instant: number, random: RandomSource): string {
  const year = dayOf(instant).slice(2, 4);
  const body = Array.from({ length: LENGTH }, () => ALPHABET[random.below(32)]).join('');
  return `PAKN-${year}-${body}-${checkCharacter(year + body)}`;
}

/**
 * Reads a code as people type it: any case, blanks and dashes anywhere, O for 0, I and L for 1.
 * @returns the canonical form, or null when it cannot be a code (shape or check character).
 */
export function parseTrackingCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '');
  const rest = bare.replace(/^PAKN/, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const match = SHAPE.exec(`PAKN${rest}`);
  if (!match) return null;
  const [, year = '', body = '', check = ''] = match;
  return checkCharacter(year + body) === check ? `PAKN-${year}-${body}-${check}` : null;
}

/** Weighted by odd, position-dependent factors modulo 32: finds every single wrong and most swapped characters. */
function checkCharacter(text: string): string {
  let sum = 0;
  for (const [index, character] of Array.from(text).entries())
    sum += ALPHABET.indexOf(character) * (2 * index + 1);
  return ALPHABET.charAt(sum % 32);
}
