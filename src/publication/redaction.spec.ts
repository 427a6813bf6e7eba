import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../platform/kernel/fold.js';
import { findPersonal, type Secrets } from './find-personal.js';
import { MARKS, isMarksAlone } from './redaction-marks.js';
import { maskPersonal } from './redaction.js';

const SECRETS: Secrets = {
  name: 'Nguyễn Thị Đào',
  address: 'Số 5, ngõ 12 Láng Hạ, phường Láng, Hà Nội',
  phone: '0912345678',
  email: 'dao.nguyen@gmail.com',
  officer: 'Trần Văn Bình',
};
const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
/** Digits as people set them apart. */
const spaced = (number: string) =>
  fc
    .array(fc.constantFrom('', '', '', ' ', '.', '-'), { minLength: number.length, maxLength: number.length })
    .map((gaps) =>
      Array.from(number, (digit, i) => digit + (i < number.length - 1 ? (gaps[i] ?? '') : '')).join(''),
    );
const mobile = fc
  .tuple(
    fc.constantFrom('0', '+84', '84 ', '+84 '),
    fc.constantFrom('32', '56', '79', '86', '91', '98'),
    digits(7),
  )
  .chain(([lead, prefix, rest]) => spaced(prefix + rest).map((number) => lead + number));
const personal = fc.oneof(
  mobile,
  digits(9),
  digits(12),
  fc
    .tuple(fc.integer({ min: 11, max: 99 }), fc.constantFrom('A', 'H', 'F1', 'LD'), digits(5))
    .map(([province, letters, number]) => `${province}${letters}-${number.slice(0, 3)}.${number.slice(3)}`),
  fc
    .integer({ min: 8, max: 19 })
    .chain(digits)
    .map((number) => `stk ${number}`),
  fc.integer({ min: 1, max: 999 }).map((number) => `số nhà ${number}`),
  fc.constantFrom('dao.nguyen@gmail.com', 'a@b.vn', SECRETS.name, 'nguyễn thị đào', 'NGUYEN THI DAO'),
  fc.constantFrom('số 5 ngõ 12 Láng Hạ', '0912.345.678', 'Trần Văn Bình'),
);
const harmless = fc.constantFrom(
  ...[
    'Tôi chờ hai giờ',
    'phí 1.500.000 đồng',
    'Nghị định 20/2008/NĐ-CP',
    'thủ tục 1.000178',
    'hẹn ngày 03/02/2026',
  ],
  ...['Số: 00123/2026/TN-HG', 'ở quầy số 5', 'Điều 7 khoản 3', '\n', 'và', ',', '.', '(', ')', ':', '–'],
);
const text = fc.array(fc.oneof(harmless, personal), { maxLength: 12 }).map((parts) => parts.join(' '));

describe('a redacted text', () => {
  it('holds nothing any more that is found, and is not changed by redacting it again', () => {
    fc.assert(
      fc.property(text, (written) => {
        const masked = maskPersonal(written, SECRETS);
        expect(findPersonal(masked, SECRETS)).toEqual([]);
        expect(maskPersonal(masked, SECRETS)).toBe(masked);
      }),
      { numRuns: 200 },
    );
  });

  it('holds nothing of the submitter, whatever stands around', () => {
    const around = fc.string({ maxLength: 20, unit: fc.constantFrom(...Array.from(' ,.;:()-–\nxyz…“”')) });
    const own = fc.constantFrom(
      'Nguyễn Thị Đào',
      'nguyen thi dao',
      '0912345678',
      '+84912345678',
      'dao.nguyen@gmail.com',
    );
    fc.assert(
      fc.property(around, own, around, (before, particular, after) => {
        const masked = fold(maskPersonal(`${before} ${particular} ${after}`, SECRETS));
        for (const secret of ['nguyen thi dao', '912345678', 'dao.nguyen'])
          expect(masked).not.toContain(secret);
      }),
    );
  });

  it('holds no particular of a submitter, whatever it looks like', () => {
    const sign = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const particular = fc.oneof(
      sign,
      fc.constantFrom('a-b.c+d@e-f.vn', 'Lê (A) [B]', '^$.*+?()[]{}|/\\-', '+84-91'),
    );
    fc.assert(
      fc.property(particular, particular, particular, particular, (name, address, phone, email) => {
        const secrets = { name, address, phone, email, officer: name };
        const written = [name, address, phone, email].join(' , ');
        expect(findPersonal(maskPersonal(written, secrets), secrets)).toEqual([]);
      }),
    );
    const email = 'nguoi-dan-60@nha.example';
    expect(maskPersonal(`Thư ${email}.`, { ...SECRETS, email })).toBe(`Thư ${MARKS.email}.`);
  });

  it('keeps amounts, decrees, procedures, register numbers and days as they were', () => {
    const amount = fc
      .integer({ min: 1, max: 999_999_999_999 })
      .map((n) => `${n.toLocaleString('vi-VN')} đồng`);
    const day = fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1950, max: 2049 }),
    );
    const two = (n: number) => String(n).padStart(2, '0');
    const kept = fc.oneof(
      amount,
      day.chain(([d, m, y]) =>
        fc.constantFrom('/', '-', '.').map((s) => `ngày ${[two(d), two(m), y].join(s)}`),
      ),
      fc
        .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1990, max: 2049 }))
        .map(([n, y]) => `số ${n}/${y}/NĐ-CP`),
      fc.integer({ min: 1, max: 99_999 }).map((n) => `Số: ${String(n).padStart(5, '0')}/2026/TN-HG`),
      fc.tuple(fc.constantFrom(1, 2, 3), digits(6)).map(([level, number]) => `thủ tục ${level}.${number}`),
    );
    fc.assert(
      fc.property(fc.array(kept, { minLength: 1, maxLength: 6 }), (parts) => {
        const written = parts.join(', ');
        expect(maskPersonal(written, SECRETS)).toBe(written);
      }),
      { numRuns: 200 },
    );
  });

  it('says what was taken out', () => {
    const { phone, name, address } = MARKS;
    expect(maskPersonal('Tôi là Nguyễn Thị Đào, ở số 5, ngõ 12 Láng Hạ, gọi 0912345678.', SECRETS)).toBe(
      `Tôi là ${name}, ở ${address}, gọi ${phone}.`,
    );
  });

  it('is empty where marks alone are left', () => {
    for (const empty of ['', ' . ', `${MARKS.name} – ${MARKS.phone}.`, '[đã ẩn]', '[…]'])
      expect([empty, isMarksAlone(empty)]).toEqual([empty, true]);
    expect(isMarksAlone(`${MARKS.name} chờ hai giờ`)).toBe(false);
  });
});
