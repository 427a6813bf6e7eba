import { describe, expect, it } from '@jest/globals';
import { foldedText, matcherOf, rankMatches } from './rank-matches.js';

const rank = (question: string, texts: string[]): string[] => rankMatches(question, texts, (text) => text);

describe('what a search found, best first', () => {
  it('puts the marks that were typed before others', () => {
    expect(rank('đất', ['Dát vàng', 'Đạt chuẩn', 'Thu hồi đất'])[0]).toBe('Thu hồi đất');
  });

  it('puts words before parts of words, whatever their marks', () => {
    const texts = ['Diên Sanh', 'Di Linh, An Hòa', 'Quảng Điền, Lan', 'Dĩ An', 'Dĩ Ảnh'];
    expect(rank('di an', texts)).toEqual([
      'Di Linh, An Hòa',
      'Dĩ An',
      'Dĩ Ảnh',
      'Diên Sanh',
      'Quảng Điền, Lan',
    ]);
    expect(rank('dĩ an', texts)[0]).toBe('Dĩ An');
  });

  it('takes the last word as one that is still being typed', () => {
    expect(rank('đất đ', ['Đạt đến', 'Cho thuê đất đai', 'Nhặt đá'])[0]).toBe('Cho thuê đất đai');
  });

  it('is not fooled by the way marks are composed', () => {
    expect(rank('đất'.normalize('NFD'), ['Đạt chuẩn', 'Thu hồi đất'])[0]).toBe('Thu hồi đất');
  });

  it('puts a beginning before a phrase, a phrase before scattered words, whole words before parts', () => {
    const texts = ['Khai thác an toàn', 'Thuê đất, đai ốc', 'Đăng ký đất đai', 'Đất đai'];
    expect(rank('dat dai', ['Đai ốc cho đất', 'Đăng ký đất đai', 'Đất đai'])).toEqual([
      'Đất đai',
      'Đăng ký đất đai',
      'Đai ốc cho đất',
    ]);
    expect(rank('an', ['Giang', 'Khai thác an toàn'])).toEqual(['Khai thác an toàn', 'Giang']);
    expect(rank('toàn', texts)[0]).toBe('Khai thác an toàn');
  });

  it('sorts the rest as Vietnamese do', () => {
    expect(rank('ba', ['Bá Thước', 'Ba Vì', 'Ba Đình', 'Ba Dốc'])).toEqual([
      'Ba Dốc',
      'Ba Đình',
      'Ba Vì',
      'Bá Thước',
    ]);
  });

  it('lets an order decide between equal texts', () => {
    const found = rankMatches('x', [3, 1, 2], () => 'x', { order: (n) => n });
    expect(found).toEqual([1, 2, 3]);
  });

  it('gives the same beginning however many are wanted', () => {
    const texts = ['Đất đai', 'Đai đất', 'Đạt', 'Dát', 'Đất', 'Bán đất', 'Ăn dat', 'dat'];
    const all = rankMatches('đất', texts, (text) => text);
    for (let take = 0; take <= texts.length; take++) {
      expect(rankMatches('đất', texts, (text) => text, { take })).toEqual(all.slice(0, take));
    }
  });
});

describe('folded matching', () => {
  it('finds words without marks, all of them', () => {
    const folded = foldedText('Đăng ký', 'Đất đai');
    expect(matcherOf('dat dai')(folded)).toBe(true);
    expect(matcherOf('đất nông')(folded)).toBe(false);
  });

  it('finds nothing for a question without words', () => {
    expect(matcherOf(' % _ ')(foldedText('x'))).toBe(false);
  });

  it('looks at so much of a question as anybody asks', () => {
    expect(matcherOf(`dat${' '.repeat(1_000)}khong`)(foldedText('Đất'))).toBe(true);
  });
});
