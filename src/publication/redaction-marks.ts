import type { FoundKind } from './found-place.js';

/** What stands in a published text in place of what was taken out. */
export const MARKS: Readonly<Record<FoundKind, string>> = {
  name: '[…họ tên…]',
  address: '[…địa chỉ…]',
  phone: '[…số điện thoại…]',
  email: '[…thư điện tử…]',
  officer: '[…tên cán bộ…]',
  identity: '[…số giấy tờ…]',
  plate: '[…biển số xe…]',
  account: '[…số tài khoản…]',
  house: '[…số nhà…]',
  code: '[…mã hồ sơ…]',
};

/** Neither letter nor digit nor blank: nothing is found across it. */
const WALL = '\uE000';
const MARK = new RegExp(
  Object.values(MARKS)
    .map((mark) => mark.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
);

/** @returns the text with a wall of the same length in place of each mark: what a mark says is not searched again. */
export function walled(text: string): string {
  return text.replace(MARK, (mark) => WALL.repeat(mark.length));
}

/** @returns whether nothing is left to read beside the marks: no letter, no digit. Marks of another wording count too. */
export function isMarksAlone(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(walled(text).replace(/\[[^[\]\n]{0,60}\]/g, ''));
}
