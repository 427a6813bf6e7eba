import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsOf, passage } from './found-words.js';

const shown = (parts: readonly { text: string; found: boolean }[]): string =>
  parts.map(({ text, found }) => (found ? `[${text}]` : text)).join('');
const wanted = new Set(['dat', 'dai']);

describe('found words', () => {
  it('are marked as words, with and without marks, neighbours as one', () => {
    expect(shown(partsOf('Đất đai ở Đạt; đaiX, DAI.', wanted))).toBe('[Đất đai] ở [Đạt]; đaiX, [DAI].');
    expect(shown(partsOf('không có', wanted))).toBe('không có');
    expect(partsOf('', wanted)).toEqual([]);
  });

  it('leave the text as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          partsOf(text, wanted)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('stand in the passage that is shown, of the first text that has one', () => {
    const long = `${'chữ '.repeat(100)}đất ${'sau '.repeat(100)}`;
    const text = shown(passage(['không có gì', long], wanted, 120));
    expect(text).toMatch(/^…chữ .*\[đất\] sau .*sau…$/);
    expect(text.length).toBeLessThan(130);
    expect(shown(passage(['một  hai\nba', 'bốn'], wanted, 120))).toBe('một hai ba');
  });
});
