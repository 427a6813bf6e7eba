import { describe, expect, it } from '@jest/globals';
import { blocksOf, piecesOf } from './mail-body.js';

const OURS = 'https://pakn.example.gov.vn';

describe('the body of a letter', () => {
  it('is paragraphs, lists and buttons', () => {
    const body = `Kính gửi\nÔng/Bà,\n\nGồm:\n- một\n- hai\n\n${OURS}/tra-cuu?ma=X\n\nEnglish: soon.`;
    const blocks = blocksOf(body, OURS);
    expect(
      blocks.map(({ lines, items, button, lang }) => [lines?.length, items?.length, button, lang]),
    ).toEqual([
      [2, undefined, null, null],
      [1, undefined, null, null],
      [undefined, 2, null, null],
      [undefined, undefined, `${OURS}/tra-cuu?ma=X`, null],
      [1, undefined, null, 'en'],
    ]);
  });

  it('links to our own pages alone, whatever somebody wrote into a reason', () => {
    const links = (line: string): (string | null)[] => piecesOf(line, OURS).map(({ href }) => href);
    expect(links(`Xem ${OURS}/so-lieu nhé`)).toEqual([null, `${OURS}/so-lieu`, null]);
    expect(links('Xem https://lua-dao.example/x')).toEqual([null, null]);
    expect(links(`Xem ${OURS}.lua-dao.example/x`)).toEqual([null, null]);
    expect(blocksOf(`${OURS}@lua-dao.example`, OURS)[0]?.button).toBeNull();
  });
});
