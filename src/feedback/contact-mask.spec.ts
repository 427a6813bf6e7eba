import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskedContact, maskedName } from './contact-mask.js';

const masked = (more: Partial<Parameters<typeof maskedContact>[0]>): ReturnType<typeof maskedContact> =>
  maskedContact({ name: '', address: '', phone: '', email: null, ...more });

describe('contact data as staff read them before they ask', () => {
  it.each([
    ['Nguyễn Thị Đào', 'N…'],
    ['đỗ văn a', 'Đ…'],
    ['Công ty TNHH Hoa Sen', 'C…'],
    ['', ''],
  ])('name %s → %s', (name, shown) => {
    expect(maskedName(name)).toBe(shown);
  });

  it.each([
    ['0912345678', '09•• ••• 678'],
    ['+84912345678', '+8•• ••• 678'],
    ['18001234', '••• •••'],
    ['', ''],
  ])('telephone %s → %s', (phone, shown) => {
    expect(masked({ phone }).phone).toBe(shown);
  });

  it.each([
    ['lan.tran@gmail.com', 'l•••@gmail.com'],
    ['lt@gmail.com', '•••@gmail.com'],
    ['', ''],
  ])('mail %s → %s', (email, shown) => {
    expect(masked({ email }).email).toBe(shown);
  });

  it.each([
    ['Số 5, ngõ 12 Trần Phú, phường Đông Sơn, tỉnh Hạc Giang', '•••, phường Đông Sơn, tỉnh Hạc Giang'],
    ['Số 5 Láng Hạ', '•••'],
    ['Phường Đông Sơn', '•••'],
    ['12 Lê Lợi, TP Huế', '•••, TP Huế'],
    ['', ''],
  ])('address %s → %s', (address, shown) => {
    expect(masked({ address }).address).toBe(shown);
  });

  it('law: five digits of a number, or two letters of a name, never stand together', () => {
    const digits = fc.stringMatching(/^0\d{9}$/);
    fc.assert(fc.property(digits, (phone) => !/\d{5}/.test(masked({ phone }).phone)));
    const name = fc.string({ minLength: 2, maxLength: 40 });
    fc.assert(fc.property(name, (words) => Array.from(maskedName(words)).length <= 3));
  });
});
