import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { bounded, foldWords } from '../kernel/fold.js';

/**
 * Adds “every word of the question occurs in the folded column”. Works alike on both engines, since the
 * column holds text folded by `fold` and the question is folded the same way.
 * @param column as in the query, for example `procedure.folded`; never from input.
 * @returns the folded words; empty when the question had none, and then nothing was added.
 */
export function whereFolded(
  query: SelectQueryBuilder<ObjectLiteral>,
  column: string,
  question: string,
): string[] {
  const words = foldWords(bounded(question)).slice(0, 12);
  const prefix = column.replace(/\W/g, '_');
  for (const [index, word] of words.entries()) {
    query.andWhere(`${column} LIKE :${prefix}${index}`, { [`${prefix}${index}`]: `%${word}%` });
  }
  return words;
}
