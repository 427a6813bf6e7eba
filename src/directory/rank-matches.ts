import { bounded, fold, foldWords } from '../platform/kernel/fold.js';

const collator = new Intl.Collator('vi', { numeric: true });

interface Asked {
  readonly marked: readonly string[];
  readonly folded: readonly string[];
  readonly phrase: string;
}

/**
 * Sorts what a search found, best first: texts that have the words as words, not as parts of others (“di an” is
 * “Dĩ An” before “Diên Sanh”), among them those with the marks as typed (“đất” before “đạt”); then texts that begin
 * with the question, have it as a phrase, have its last word whole; then by `order`, then as Vietnamese sort.
 * @param order a number per candidate, smaller first, for what cannot be told from the text.
 * @param take how many are wanted; only as many as that needs are sorted by letters, which is slow.
 */
export function rankMatches<T>(
  question: string,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
  { order = () => 0, take = Infinity }: { order?: (candidate: T) => number; take?: number } = {},
): T[] {
  const folded = foldWords(bounded(question));
  const asked = { marked: markedWords(bounded(question)), folded, phrase: folded.join(' ') };
  const ranks = new Map<number, T[]>();
  for (const candidate of candidates) {
    const rank = score(asked, textOf(candidate)) * 100 - order(candidate);
    const alike = ranks.get(rank);
    if (alike) alike.push(candidate);
    else ranks.set(rank, [candidate]);
  }
  const best: T[] = [];
  for (const rank of [...ranks.keys()].sort((a, b) => b - a)) {
    if (best.length >= take) break;
    const alike = ranks.get(rank) ?? [];
    best.push(...alike.sort((a, b) => collator.compare(textOf(a), textOf(b))));
  }
  return best.slice(0, take);
}

function score({ marked, folded, phrase }: Asked, text: string): number {
  const words = ` ${foldWords(text).join(' ')} `;
  const areWords = hasWords(words, folded);
  return (
    (areWords && hasWords(` ${markedWords(text).join(' ')} `, marked) ? 16 : 0) +
    (areWords ? 8 : 0) +
    (words.startsWith(phrase, 1) ? 4 : 0) +
    (words.includes(phrase) ? 2 : 0) +
    (folded.every((word) => words.includes(` ${word} `)) ? 1 : 0)
  );
}

/** Every word asked for is a word of the text; the last one may be the beginning of one: it may still be being typed. */
function hasWords(text: string, asked: readonly string[]): boolean {
  return asked.every((word, at) => text.includes(at === asked.length - 1 ? ` ${word}` : ` ${word} `));
}

function markedWords(question: string): string[] {
  return (
    question
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/**
 * The question is folded once, not for every text: there are thousands of agencies.
 * @returns whether every word of the question occurs in a text folded before; false for a question without words.
 */
export function matcherOf(question: string): (folded: string) => boolean {
  const words = foldWords(bounded(question));
  return (folded) => words.length > 0 && words.every((word) => folded.includes(word));
}

/** @returns one folded text of several, for a column that is searched. */
export function foldedText(...texts: readonly string[]): string {
  return fold(texts.join(' '));
}
