import { fold } from '../platform/kernel/fold.js';

/** One syllable as it is compared: with its marks, and without. */
export interface Syllable {
  /** With its marks, whichever way the tone is placed: “hoà” is “hòa”. */
  readonly marked: string;
  readonly folded: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** The five tones: grave, acute, tilde, hook, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** @returns the syllables of a text in their order; punctuation is nothing. */
export function syllablesOf(text: string): Syllable[] {
  return Array.from(text.normalize('NFC').toLowerCase().matchAll(WORD), ([word]) => {
    const parts = word.normalize('NFD');
    return { marked: parts.replace(TONES, '') + (parts.match(TONES) ?? []).join(''), folded: fold(word) };
  });
}

/** Whether it has no marks: so it is spelled, or whoever typed it left them out. */
export function isPlain({ marked, folded }: Syllable): boolean {
  return marked === folded;
}

/**
 * Who leaves the marks out means any; who types them means these: “sổ đỏ” is not “số đó”, and “so do” may be both.
 */
export function sounds(asked: Syllable, found: Syllable): boolean {
  if (asked.marked === found.marked) return true;
  return asked.folded === found.folded && (isPlain(asked) || isPlain(found));
}

/** @returns whether whatever sounds like the narrow one sounds like the wide one too. */
export function sampleOf(wide: Syllable, narrow: Syllable): boolean {
  return wide.marked === narrow.marked || (isPlain(wide) && wide.folded === narrow.folded);
}
