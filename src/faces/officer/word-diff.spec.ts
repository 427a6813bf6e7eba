import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Run, sideBySide } from './word-diff.js';

const whole = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
/** Blanks between words that differ go with them. */
const shared = (runs: readonly Run[]): string => whole(runs.filter(({ same }) => same)).replace(/\s/g, '');
const own = (runs: readonly Run[]): string[] => runs.filter(({ same }) => !same).map(({ text }) => text);

describe('two texts side by side', () => {
  it('marks whole words, marks and all', () => {
    const { left, right } = sideBySide('Tôi nộp hồ sơ ngày 3/9.', 'Tôi nộp hồ sở ngày 3/10.');
    expect(own(left)).toEqual(['sơ', '9']);
    expect(own(right)).toEqual(['sở', '10']);
    expect(own(sideBySide('rồi bỏ đó', 'xong không lấp').left)).toEqual(['rồi bỏ đó']);
  });

  it('says nothing differs where nothing does', () => {
    expect(sideBySide('Đất đai', 'Đất đai')).toEqual({
      left: [{ text: 'Đất đai', same: true }],
      right: [{ text: 'Đất đai', same: true }],
    });
    expect(sideBySide('', '')).toEqual({ left: [], right: [] });
  });

  it('loses nothing of either, and takes only what both say for the same', () => {
    const text = fc
      .array(fc.constantFrom('đất', 'đai', ' ', '\n', 'Hà', 'Nội', '.', '3/9', '👩‍👩‍👧'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { left, right } = sideBySide(a, b);
        expect([whole(left), whole(right)]).toEqual([a, b]);
        expect(shared(left)).toBe(shared(right));
      }),
    );
  });

  it('gives up on long texts that have little in common, and loses nothing by it', () => {
    const long = (seed: number): string =>
      Array.from({ length: 2_500 }, (_, i) => `từ${(i * seed) % 7_919}`).join(' ');
    expect(sideBySide(long(31), long(53))).toEqual({
      left: [{ text: long(31), same: false }],
      right: [{ text: long(53), same: false }],
    });
    expect(own(sideBySide(long(31), `${long(31)} thêm`).right).join('')).toContain('thêm');
  });
});
