import { sampleOf, sounds, type Syllable, syllablesOf } from './syllable.js';

/** Syllables that must follow each other: “sổ đỏ” is not found in “hồ sơ … do”. */
type Phrase = readonly Syllable[];
type Same = (one: Syllable, other: Syllable) => boolean;

/** One alternative: as it was typed, and its phrases, all of which must be there. */
export interface WordLine {
  readonly typed: string;
  readonly phrases: readonly Phrase[];
}

/** @returns the lines that have words, each an alternative, its phrases parted by commas. */
export function wordLines(text: string): WordLine[] {
  return text
    .split('\n')
    .map((line) => ({ typed: line.trim(), phrases: phrasesOf(line) }))
    .filter(({ phrases }) => phrases.length > 0);
}

function phrasesOf(line: string): Phrase[] {
  return line
    .split(/[,;]/)
    .map(syllablesOf)
    .filter((phrase) => phrase.length > 0);
}

/** @returns the first line all of whose phrases stand in the text. */
export function lineIn(lines: readonly WordLine[], text: Phrase): WordLine | null {
  return lines.find(({ phrases }) => phrases.every((phrase) => standsIn(phrase, text, sounds))) ?? null;
}

/** @returns whether whatever has a line of the narrow text also has one of the wide text. */
export function coversLines(wide: readonly WordLine[], narrow: readonly WordLine[]): boolean {
  const covers = (line: WordLine, below: WordLine): boolean =>
    line.phrases.every((phrase) => below.phrases.some((longer) => standsIn(phrase, longer, sampleOf)));
  return narrow.every((below) => wide.some((line) => covers(line, below)));
}

/** @returns whether both texts find the same, whatever order and spelling they have. */
export function sameLines(one: readonly WordLine[], other: readonly WordLine[]): boolean {
  return coversLines(one, other) && coversLines(other, one);
}

function standsIn(phrase: Phrase, text: Phrase, same: Same): boolean {
  for (let at = 0; at + phrase.length <= text.length; at++)
    if (phrase.every((syllable, step) => same(syllable, text[at + step] as Syllable))) return true;
  return false;
}
