import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MATTERS } from '../../test/support/near-texts.js';
import { NEAR, shingles, similarity } from './near-text.js';

const near = (a: string, b: string, known?: ReadonlySet<string>): number =>
  similarity(shingles(a, known), shingles(b, known));
const TEXT = 'Nộp hồ sơ đất đai phải đi lại ba lần, cán bộ một cửa hẹn mãi không nhận giấy tờ';
const word = fc.constantFrom('hồ', 'sơ', 'đất', 'đường', 'phố', 'thuế', 'phường', 'giấy', 'hẹn', 'muộn');
const text = fc.array(word, { minLength: 0, maxLength: 40 }).map((words) => words.join(' '));

describe('how near two texts are', () => {
  it('does not hang on marks, case, punctuation, or the words between', () => {
    const bare = 'nop ho so DAT DAI phai di lai ba lan; can bo mot cua hen mai khong nhan giay to!';
    expect(near(TEXT, bare)).toBe(1);
    expect(near(TEXT, `Kính thưa quý cơ quan, ${TEXT} ạ`)).toBeGreaterThan(0.9);
  });

  it('is whole where one text repeats the other and goes on', () => {
    expect(near(TEXT, `${TEXT}. Tôi đề nghị xử lý cán bộ và trả lời bằng văn bản trước cuối tháng.`)).toBe(1);
  });

  it('is nothing where there is nothing to compare', () => {
    for (const empty of ['', '   ', '…!?', 'tôi và của']) expect(near(empty, TEXT)).toBe(0);
    expect(near('', '')).toBe(0);
  });

  it('does not take a few words in common for a matter in common', () => {
    expect(near('Đường hỏng nặng', 'Đường hỏng nặng, đèn tắt, rác đổ đầy ngõ từ tết')).toBeLessThan(0.2);
    expect(near('Đường hỏng nặng', 'đường HỎNG nặng')).toBe(1);
  });

  it('leaves out what both only quote', () => {
    const known = shingles('Cấp giấy phép xây dựng nhà ở riêng lẻ');
    const [late, dear] = [
      'Cấp giấy phép xây dựng nhà ở riêng lẻ chậm hai tháng',
      'Cấp giấy phép xây dựng nhà ở riêng lẻ thu phí sai',
    ];
    expect(near(late, dear)).toBeGreaterThan(NEAR);
    expect(near(late, dear, known)).toBeLessThan(NEAR);
  });

  it('is the same both ways, between 0 and 1, and grows with nothing that only one says', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, more) => {
        const value = near(a, b);
        expect(value).toBe(near(b, a));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(near(a, a.toUpperCase().normalize('NFD'))).toBe(shingles(a).size === 0 ? 0 : 1);
        if (shingles(a).size >= 6) expect(near(a, `${a} ${more}`)).toBe(1);
      }),
    );
  });
});

describe('the threshold, on matters as people tell them', () => {
  const told = MATTERS.flatMap(({ procedure, texts }, matter) =>
    texts.map((words) => ({ matter, words, known: shingles(procedure) })),
  );
  const pairs = told.flatMap((a, i) =>
    told.slice(i + 1).map((b) => ({
      same: a.matter === b.matter,
      value: near(a.words, b.words, new Set([...a.known, ...b.known])),
    })),
  );
  const found = (same: boolean): number =>
    pairs.filter((pair) => pair.same === same && pair.value >= NEAR).length;

  it('finds all 24 pairs of one matter and none of the 606 of two', () => {
    expect(pairs.filter(({ same }) => same)).toHaveLength(24);
    expect(pairs).toHaveLength(630);
    expect([found(true), found(false)]).toEqual([24, 0]);
  });

  it('stands in a gap: 0.15 is the lowest of one matter, 0.09 the highest of two', () => {
    const lowest = Math.min(...pairs.filter(({ same }) => same).map(({ value }) => value));
    const highest = Math.max(...pairs.filter(({ same }) => !same).map(({ value }) => value));
    expect(lowest).toBeGreaterThan(NEAR);
    expect(highest).toBeLessThan(0.1);
  });
});
