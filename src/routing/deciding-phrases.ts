import type { Terms } from './text-terms.js';

const SHOWN = 4;
/** Longer runs are no words any more. */
const LONGEST = 6;

/**
 * Puts together what decided: pairs that overlap become one phrase, “lý lịch tư pháp” instead of “lý lịch”, “lịch tư”.
 * @param added how much each folded term of the question added.
 * @returns up to four phrases as they were written, strongest first; syllables alone only where no pair was found.
 */
export function decidingPhrases({ syllables, terms }: Terms, added: ReadonlyMap<string, number>): string[] {
  const phrases: { first: number; last: number; weight: number }[] = [];
  for (const { folded, first, last } of terms) {
    const weight = added.get(folded);
    if (weight === undefined || first === last) continue;
    const open = phrases.at(-1);
    if (open && open.last === first && last - open.first < LONGEST) {
      open.last = last;
      open.weight += weight;
    } else phrases.push({ first, last, weight });
  }
  const found = phrases.length > 0 ? phrases : alone(terms, added);
  const weights = new Map<string, number>();
  for (const { first, last, weight } of found) {
    const phrase = syllables.slice(first, last + 1).join(' ');
    weights.set(phrase, Math.max(weight, weights.get(phrase) ?? 0));
  }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .map(([phrase]) => phrase)
    .slice(0, SHOWN);
}

function alone(
  terms: Terms['terms'],
  added: ReadonlyMap<string, number>,
): { first: number; last: number; weight: number }[] {
  return terms
    .map(({ folded, first, last }) => ({ first, last, weight: added.get(folded) ?? 0 }))
    .filter(({ weight }) => weight > 0);
}
