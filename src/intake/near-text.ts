import { foldWords } from '../platform/kernel/fold.js';
import { STOP_WORDS } from './stop-words.js';

/** Words in a shingle: two are shared by chance, four hardly by people who tell the same thing. */
const LENGTH = 3;

/** Of a text with fewer shingles than this, one shared by chance would be much. */
const FEWEST = 6;

/** From here on two texts may be about one matter: measured in `near-text.spec.ts`, where recall and noise are pinned. */
export const NEAR = 0.14;

/**
 * The text's runs of three words, folded and without stop-words; a shorter text is one run.
 * @param known runs that tell nothing apart, such as those of the procedure's name that both texts quote.
 */
export function shingles(text: string, known: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const words = foldWords(text).filter((word) => !STOP_WORDS.has(word));
  if (words.length === 0) return new Set();
  const last = Math.max(0, words.length - LENGTH);
  const runs = Array.from({ length: last + 1 }, (_, i) => words.slice(i, i + LENGTH).join(' '));
  return new Set(runs.filter((run) => !known.has(run)));
}

/**
 * How near two texts are: the part of the shorter one's shingles that the other has as well, so that a text is near
 * to one that repeats it and goes on.
 * @returns 0 (nothing in common) to 1; the same both ways round.
 */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared++;
  return shared === many.size ? 1 : shared / Math.max(few.size, FEWEST);
}
