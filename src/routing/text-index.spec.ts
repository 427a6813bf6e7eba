import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type IndexedText, type TextIndex, TextIndexBuilder } from './text-index.js';

function indexOf(...texts: IndexedText[]): TextIndex {
  const builder = new TextIndexBuilder();
  for (const text of texts) builder.add(text);
  return builder.build();
}

const BIRTH = { id: 11, title: 'Đăng ký khai sinh', body: 'Hộ tịch. Giấy chứng sinh của trẻ em.' };
const LAND = { id: 12, title: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất', body: 'Đất đai. Sổ địa chính.' };
const RECORD = { id: 13, title: 'Cấp phiếu lý lịch tư pháp', body: 'Lý lịch tư pháp cho công dân.' };
const ALL = indexOf(BIRTH, LAND, RECORD);
const found = (question: string, limit = 3): number[] => ALL.rank(question, limit).map(({ id }) => id);

describe('full-text rank', () => {
  it('finds by title and by body, with or without marks', () => {
    expect(found('Con tôi chưa được khai sinh')[0]).toBe(11);
    expect(found('CHUA CO GIAY CHUNG SINH')[0]).toBe(11);
    expect(found('sổ địa chính')).toEqual([12]);
    expect(found('lý lịch tư pháp'.normalize('NFD'))).toEqual([13]);
  });

  it('puts pairs of neighbours before the same syllables apart', () => {
    const index = indexOf(
      { id: 1, title: 'khai báo khi sinh', body: '' },
      { id: 2, title: 'báo khai sinh khi', body: '' },
    );
    expect(index.rank('khai sinh', 2).map(({ id }) => id)).toEqual([2, 1]);
  });

  it('knows nothing of words that no text has, of stop-words and of numbers', () => {
    for (const question of ['', '???', 'của và là không', '2026 14', 'xyz'])
      expect(found(question)).toEqual([]);
    expect(indexOf().rank('đất', 3)).toEqual([]);
  });

  it('says what decided as it was written, whole phrases first', () => {
    const [first] = ALL.rank('Xin Phiếu lý lịch tư pháp số 2, hẹn hai tuần', 1);
    expect(first?.words).toEqual(['phiếu lý lịch tư pháp']);
    expect(ALL.rank('Sổ, địa', 1)[0]?.words).toEqual(['sổ', 'địa']);
  });

  it('makes no pair across a full stop or a line', () => {
    expect(ALL.rank('Tôi khai. Sinh năm 1990', 1)[0]?.words).toEqual(['sinh', 'khai']);
  });

  it('gives the best of all, whatever the limit', () => {
    const syllable = fc.constantFrom('đất', 'nhà', 'khai', 'sinh', 'tư', 'pháp', 'sổ', 'giấy');
    const text = fc.array(syllable, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 20 }),
        text,
        fc.nat(5),
        (titles, question, limit) => {
          const index = indexOf(...titles.map((title, id) => ({ id, title, body: '' })));
          const all = index.rank(question, 100);
          expect(index.rank(question, limit)).toEqual(all.slice(0, limit));
          for (const [at, one] of all.entries()) {
            expect(one.score).toBeLessThanOrEqual(all[at - 1]?.score ?? Infinity);
            expect(one.score).toBeGreaterThan(0);
            expect(one.words.length).toBeGreaterThan(0);
          }
          const has = (title: string): boolean =>
            question.split(' ').some((word) => title.split(' ').includes(word));
          expect(all).toHaveLength(titles.filter(has).length);
        },
      ),
    );
  });
});
