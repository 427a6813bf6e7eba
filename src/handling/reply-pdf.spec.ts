import { describe, expect, it } from '@jest/globals';
import { type ReadPdf, readPdf } from '../../test/support/pdf-text.js';
import type { ReplyLetter } from './reply-letter.js';
import { replyPdf } from './reply-pdf.js';

const LETTER: ReplyLetter = {
  superior: 'UBND tỉnh Hòa Giang',
  agency: 'Sở Xây dựng tỉnh Hòa Giang',
  number: '12/SXD-VP',
  place: 'Hòa Giang',
  day: '2026-02-03',
  about: 'Chậm trả kết quả cấp giấy phép',
  recipient: 'Ông/Bà Nguyễn Thị Đào',
  recipientAddress: null,
  body: 'Sở Xây dựng đã xem xét phản ánh.\n\nHồ sơ được trả ngày 03/02/2026.',
  signatory: { name: 'Mai Thị Duyệt', position: 'Phó Giám đốc' },
  code: 'PAKN-26-7K3M9QTW-4',
  isDraft: false,
  madeAt: 0,
};
/** Every vowel with every tone, the letters of the alphabet, and signs that replies use. */
const LETTERS = [
  'aăâeêioôơuưy'.replace(/./gu, (vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => vowel + tone).join(''),
  ),
  'bcdđfghjklmnpqrstvwxz',
]
  .join('')
  .normalize('NFC');
const SIGNS = '0123456789.,;:!?()[]{}/%&@#*+-=<>"\'“”‘’«»–—…•§°²³×÷';

async function made(more: Partial<ReplyLetter> = {}): Promise<ReadPdf> {
  const pieces: Buffer[] = [];
  for await (const piece of replyPdf({ ...LETTER, ...more })) pieces.push(Buffer.from(piece));
  return readPdf(Buffer.concat(pieces));
}

describe('a reply as a document', () => {
  it('has the heading of the authority, the motto, and everything that was written, as text', async () => {
    const { text, pages, title, language } = await made();
    for (const words of [
      'UBND TỈNH HÒA GIANG',
      'SỞ XÂY DỰNG TỈNH HÒA GIANG',
      'Số: 12/SXD-VP',
      'V/v trả lời: Chậm trả kết quả',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hòa Giang, ngày 03 tháng 02 năm 2026',
      'Kính gửi: Ông/Bà Nguyễn Thị Đào',
      'Sở Xây dựng đã xem xét phản ánh.',
      'Hồ sơ được trả ngày 03/02/2026.',
      'Nơi nhận:',
      'PHÓ GIÁM ĐỐC',
      'Mai Thị Duyệt',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('DỰ THẢO');
    expect(pages).toHaveLength(1);
    expect(title).toBe('Trả lời PAKN-26-7K3M9QTW-4: Chậm trả kết quả cấp giấy phép');
    expect(language).toBe('vi-VN');
  });

  it('says on every page of a draft that it is one, with room for what is not yet known', async () => {
    const body = Array(120).fill('Một đoạn của dự thảo dài.').join('\n');
    const { pages, text } = await made({ isDraft: true, number: null, day: null, body });
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('DỰ THẢO');
    expect(text).toContain('Số: …………');
    expect(text).toContain('ngày …… tháng …… năm ………');
  });

  it('goes over as many pages as it needs, numbered, without losing a word', async () => {
    const words = Array.from({ length: 4_000 }, (_, i) => `từ${i}`);
    const { pages, text } = await made({ body: words.join(' ') });
    expect(pages.length).toBeGreaterThan(5);
    expect(pages[1]).toMatch(/(^|\n| )2\n/);
    expect(pages.at(-1)).toContain(`trang ${pages.length}/${pages.length}`);
    expect(text.match(/từ\d+/g)).toEqual(words);
  }, 20_000);

  it('has a glyph for every Vietnamese letter, small and capital, in every face it uses', async () => {
    const letters = `${LETTERS} ${LETTERS.toLocaleUpperCase('vi')} ${SIGNS}`;
    const everywhere = { name: letters, position: letters };
    const { text, hasGaps } = await made({
      body: letters,
      signatory: everywhere,
      place: letters,
      about: letters,
    });
    expect(hasGaps).toBe(false);
    for (const letter of new Set(letters.replaceAll(' ', ''))) expect(text).toContain(letter);
    expect((await made({ body: '漢' })).hasGaps).toBe(true); // the check can fail
  });

  it('prints what fonts lack otherwise, and cuts what is longer than a line', async () => {
    const { text, hasGaps } = await made({ body: `Phí 50.000₫. ${'a'.repeat(300)}` });
    expect(hasGaps).toBe(false);
    expect(text).toContain('50.000đ.');
    expect(text.replace(/\s/g, '')).toContain('a'.repeat(300));
  });
});
