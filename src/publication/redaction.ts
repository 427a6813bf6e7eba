import { findPersonal, type Secrets } from './find-personal.js';
import type { FoundPlace } from './found-place.js';
import { MARKS } from './redaction-marks.js';

/** What stands together after something was taken out may be found anew; a few rounds are always enough. */
const ROUNDS = 6;

/** @returns the text with a mark in place of everything that `findPersonal` finds in it; nothing is found afterwards. */
export function maskPersonal(text: string, secrets: Secrets): string {
  let masked = text.normalize('NFC');
  for (let round = 0; round < ROUNDS; round++) {
    const places = findPersonal(masked, secrets);
    if (places.length === 0) break;
    masked = withMarks(masked, places);
  }
  return masked;
}

function withMarks(text: string, places: readonly FoundPlace[]): string {
  const parts = places.map(({ kind, start }, i) => text.slice(places[i - 1]?.end ?? 0, start) + MARKS[kind]);
  return parts.join('') + text.slice(places.at(-1)?.end ?? 0);
}
