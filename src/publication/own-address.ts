import type { FoundPlace } from './found-place.js';
import { folded, foldedWords, plain } from './plain-text.js';

/** From here on an address names units that everybody knows: a ward, a province. */
const UNITS = new Set(['phuong', 'p', 'xa', 'quan', 'q', 'huyen', 'h', 'tinh', 'tp', 'tt', 'tx']);
const UNIT_PAIRS = new Set(['thanh pho', 'thi tran', 'thi xa', 'dac khu']);
/** A run shorter than this may be chance. */
const SHORTEST = 3;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the text repeats the submitter's address: three or more words in a row of the part that only this household
 * has, one of them with a digit; or that whole part followed by what comes next in the address. A ward or a province
 * alone is no secret.
 */
export function ownAddressPlaces(text: string, address: string): FoundPlace[] {
  const sought = foldedWords(address);
  const own = ownLength(sought);
  if (own === 0) return [];
  const words = wordsOf(text);
  const places: FoundPlace[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = longestFrom(words, at, sought, own);
    const last = words[at + length - 1];
    if (length === 0 || !last) continue;
    places.push({ kind: 'address', start: (words[at] as Word).start, end: last.end, own: true });
    at += length - 1;
  }
  return places;
}

/** How many words come before the first public unit. */
function ownLength(words: readonly string[]): number {
  const at = words.findIndex((word, i) => UNITS.has(word) || UNIT_PAIRS.has(`${word} ${words[i + 1] ?? ''}`));
  return at === -1 ? words.length : at;
}

function longestFrom(words: readonly Word[], at: number, sought: readonly string[], own: number): number {
  let longest = 0;
  for (let from = 0; from < own; from++) {
    let length = 0;
    while (from + length < sought.length && words[at + length]?.word === sought[from + length]) length++;
    if (length > longest && isTelling(sought.slice(from, from + length), from, own)) longest = length;
  }
  return longest;
}

function isTelling(run: readonly string[], from: number, own: number): boolean {
  const inOwn = run.slice(0, own - from);
  if (inOwn.length >= SHORTEST && inOwn.some((word) => /\d/.test(word))) return true;
  return from === 0 && inOwn.length === own && run.length > SHORTEST;
}

function wordsOf(text: string): Word[] {
  return [...folded(plain(text)).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}
