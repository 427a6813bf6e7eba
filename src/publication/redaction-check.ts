import { findPersonal, type Secrets } from './find-personal.js';
import type { ClearedPlace, FoundPlace } from './found-place.js';
import { type RedactedWords, SHOWN_TEXTS, type ShownText } from './redacted-words.js';
import { isMarksAlone } from './redaction-marks.js';

/** A place that a redacted text still holds: `words[text].slice(start, end)`. */
export interface LeftPlace extends FoundPlace {
  readonly text: ShownText;
  readonly words: string;
}

/** What a proposer says of places that are no personal data: which, and why not. */
export interface Clearing {
  readonly places: readonly ClearedPlace[];
  readonly reason: string;
}

/**
 * Everything in redacted texts that must not be published: the same question when somebody proposes, when somebody else
 * looks, and when it is published.
 */
export function leftIn(words: RedactedWords, secrets: Secrets): LeftPlace[] {
  return SHOWN_TEXTS.flatMap((text) =>
    findPersonal(words[text], secrets).map((place) => ({
      ...place,
      text,
      words: words[text].slice(place.start, place.end),
    })),
  );
}

/** @returns the places that nobody has confirmed as harmless; the submitter's own particulars stay in the way all the same. */
export function uncleared(left: readonly LeftPlace[], cleared: readonly ClearedPlace[]): LeftPlace[] {
  return left.filter(
    ({ own, kind, words: text }) => own || !cleared.some((place) => isSame(place, { kind, text })),
  );
}

/** @returns the texts in which nothing is left to read: empty, or marks alone. */
export function emptyTexts(words: RedactedWords): ShownText[] {
  return SHOWN_TEXTS.filter((text) => isMarksAlone(words[text]));
}

/** @returns those of the places that may be confirmed as harmless, each once. */
export function clearable(left: readonly LeftPlace[]): ClearedPlace[] {
  const places = left.filter(({ own }) => !own).map(({ kind, words }) => ({ kind, text: words }));
  return places.filter((place, i) => places.findIndex((other) => isSame(other, place)) === i);
}

const isSame = (a: ClearedPlace, b: ClearedPlace): boolean => a.kind === b.kind && a.text === b.text;
