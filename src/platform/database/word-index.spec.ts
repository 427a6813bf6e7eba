import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedWords, indexedWords, label, type WordIndexed } from './word-index.js';

const INDEX: WordIndexed = { table: 't', key: 'k', words: 'w', shelf: 1_000 };
/** The words of a row on the tenth shelf, without the shelf. */
const wordsOf = (text: string, ...labels: string[]): string =>
  indexedWords(INDEX, 10_500, { texts: [text], labels }).replace(/(^| )a_/g, '$1');
const has = (words: string, asked: readonly string[]): boolean =>
  asked.every((word) => words.split(' ').includes(word));

describe('words by which rows are found', () => {
  it('are there as typed and folded, each once, with the labels', () => {
    expect(wordsOf('Đất đai, ĐẤT! số 12/2026', label('a', 24))).toBe('đất đai số 12 2026 dat dai so _a24');
  });

  it('are found in any case, composed or not, with and without marks', () => {
    const words = wordsOf('Đất đai');
    for (const question of ['đất ĐAI', 'Đất đai'.normalize('NFD')])
      expect(has(words, askedWords(question).marked)).toBe(true);
    expect(has(words, askedWords('dat dai').folded)).toBe(true);
    expect(has(words, askedWords('đắt đai').marked)).toBe(false);
  });

  it('are never a label, an operator or a quote, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (question) => {
        const { marked, folded } = askedWords(question);
        for (const word of [...marked, ...folded]) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(marked.length).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('finds whatever text it made, by any of its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { marked, folded } = askedWords(text);
        expect(has(wordsOf(text), [...marked, ...folded])).toBe(true);
      }),
    );
  });
});
