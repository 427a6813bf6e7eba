import type { FoundKind, FoundPlace } from './found-place.js';

/** Finds places of some kind in a text that is plain (`plain-text.ts`) and walled (`redaction-marks.ts`). */
export type Detector = (text: string) => FoundPlace[];

/**
 * Every match as a place; where the pattern has a group called `it`, that group alone.
 * @param pattern global; with `d` where it has the group.
 */
export function matches(text: string, pattern: RegExp, kind: FoundKind, own = false): FoundPlace[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.groups?.it ?? [match.index, match.index + match[0].length];
    return { kind, start, end, own };
  });
}

/** Dong, in all its spellings, right after a number: an amount and no number of anything. Asked of folded text. */
const MONEY =
  /^(?:[.,]\d{3})* ?(?:dong|d(?![\p{L}\p{N}])|vnd|₫|trieu|ty(?!\p{L})|nghin|ngan(?! hang)|usd|\$)/u;

/** @returns whether an amount of money ends at that place of the folded text. */
export function isMoneyAt(folded: string, end: number): boolean {
  return MONEY.test(folded.slice(end, end + 30));
}
