import { foldWords } from '../platform/kernel/fold.js';

/** One alternative: as it was typed, and its folded words. */
export interface WordLine {
  readonly typed: string;
  readonly words: readonly string[];
}

/** @returns the lines that have words, each an alternative; none for text without letters or digits. */
export function wordLines(text: string): WordLine[] {
  return text
    .split('\n')
    .map((line) => ({ typed: line.trim(), words: [...new Set(foldWords(line))] }))
    .filter(({ words }) => words.length > 0);
}

/** @returns the first line of which every word is among these; whole words: “an” is not in “giang”. */
export function lineIn(lines: readonly WordLine[], words: ReadonlySet<string>): WordLine | null {
  return lines.find((line) => line.words.every((word) => words.has(word))) ?? null;
}

/** @returns whether whatever has a line of the narrow text also has one of the wide text. */
export function coversLines(wide: readonly WordLine[], narrow: readonly WordLine[]): boolean {
  return narrow.every(({ words }) => lineIn(wide, new Set(words)) !== null);
}

/** @returns whether both texts say the same, whatever order and spelling they have. */
export function sameLines(one: readonly WordLine[], other: readonly WordLine[]): boolean {
  const keys = (lines: readonly WordLine[]): string =>
    [...new Set(lines.map(({ words }) => [...words].sort().join(' ')))].sort().join('\n');
  return keys(one) === keys(other);
}
