import { fold, foldWords } from '../platform/kernel/fold.js';

const collator = new Intl.Collator('vi', { numeric: true });

/**
 * Sorts what a search found, best first: the words as typed, marks included, before other marks (“đất” before
 * “đạt”); then texts that begin with the question, have it as a phrase, have its words whole; then by `order`,
 * then as Vietnamese sort.
 * @param order a number per candidate, smaller first, for what cannot be told from the text.
 */
export function rankMatches<T>(
  question: string,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
  order: (candidate: T) => number = () => 0,
): T[] {
  const asked = { marked: markedWords(question), folded: foldWords(question) };
  return candidates
    .map((candidate) => ({ candidate, text: textOf(candidate), rank: order(candidate) }))
    .map((found) => ({ ...found, score: score(asked, found.text) }))
    .sort((a, b) => b.score - a.score || a.rank - b.rank || collator.compare(a.text, b.text))
    .map((found) => found.candidate);
}

function score(asked: { marked: readonly string[]; folded: readonly string[] }, text: string): number {
  const marked = text.normalize('NFC').toLowerCase();
  const words = foldWords(text);
  const joined = words.join(' ');
  const phrase = asked.folded.join(' ');
  const whole = new Set(words);
  return (
    (asked.marked.every((word) => marked.includes(word)) ? 8 : 0) +
    (joined.startsWith(phrase) ? 4 : 0) +
    (joined.includes(phrase) ? 2 : 0) +
    (asked.folded.every((word) => whole.has(word)) ? 1 : 0)
  );
}

function markedWords(question: string): string[] {
  return (
    question
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** @returns whether every folded word of the question occurs in text folded before; false for a question without words. */
export function matchesFolded(question: string, folded: string): boolean {
  const words = foldWords(question);
  return words.length > 0 && words.every((word) => folded.includes(word));
}

/** @returns one folded text of several, for a column that is searched. */
export function foldedText(...texts: readonly string[]): string {
  return fold(texts.join(' '));
}
