import { readFileSync } from 'node:fs';
import { fold } from '../platform/kernel/fold.js';

/** Words that say nothing of the matter, with their marks: “có” is one, the “cơ” of “cơ quan” is not. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  JSON.parse(readFileSync(new URL('./seed/stop-words.json', import.meta.url), 'utf8')) as string[],
);

/** One searched term: a syllable, or two that follow each other, folded; and the places of its syllables in the text. */
export interface Term {
  readonly folded: string;
  readonly first: number;
  readonly last: number;
}

/** A text as it is searched. */
export interface Terms {
  /** Its syllables in lower case, with their marks. */
  readonly syllables: readonly string[];
  /** In the order of the text, with repeats; without stop-words and bare numbers. */
  readonly terms: readonly Term[];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Between these two syllables no pair is made: punctuation, or another line. */
const BREAK = /[^\p{L}\p{M}\p{N}\s]|\n/u;
const NUMBER = /^\d+$/;
/** Vietnamese has some thousand syllables; folding each once is folding all of a catalogue. */
const KEPT = 20_000;
const folds = new Map<string, string>();

/** Vietnamese words are mostly two syllables, written apart: pairs of neighbours tell far more than syllables alone. */
export function termsOf(text: string): Terms {
  const syllables: string[] = [];
  const terms: Term[] = [];
  let before: Term | null = null;
  let end = 0;
  for (const match of text.normalize('NFC').toLowerCase().matchAll(WORD)) {
    const [written] = match;
    const at = syllables.push(written) - 1;
    if (BREAK.test(match.input.slice(end, match.index))) before = null;
    end = match.index + written.length;
    if (STOP_WORDS.has(written) || NUMBER.test(written)) {
      before = null;
      continue;
    }
    const term: Term = { folded: foldOnce(written), first: at, last: at };
    terms.push(term);
    if (before) terms.push({ folded: `${before.folded} ${term.folded}`, first: at - 1, last: at });
    before = term;
  }
  return { syllables, terms };
}

function foldOnce(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  if (folds.size >= KEPT) folds.clear();
  folds.set(word, folded);
  return folded;
}
