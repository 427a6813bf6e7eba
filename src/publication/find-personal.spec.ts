import { describe, expect, it } from '@jest/globals';
import { findPersonal, type Secrets } from './find-personal.js';
import { officerNames } from './officer-names.js';

const NOBODY: Secrets = { name: '', address: '', phone: '', email: null, officer: null };
const DAO: Secrets = {
  name: 'Nguyễn Thị Đào',
  address: 'Số 5, ngõ 12 Láng Hạ, phường Láng, Hà Nội',
  phone: '0912345678',
  email: 'dao.nguyen@gmail.com',
  officer: 'ông Trần Văn Bình, cán bộ hộ tịch',
};
/** @returns `kind:words` of each place; own ones with a star. */
const found = (text: string, secrets = NOBODY): string[] =>
  findPersonal(text.normalize('NFC'), secrets).map(
    ({ kind, start, end, own }) => `${kind}${own ? '*' : ''}:${text.normalize('NFC').slice(start, end)}`,
  );

describe('what must not be published', () => {
  it.each([
    ['Gọi 0912345678 nhé', 'phone:0912345678'],
    ['Gọi 0912 345 678.', 'phone:0912 345 678'],
    ['Gọi 091.234.5678', 'phone:091.234.5678'],
    ['Gọi +84 912-345-678', 'phone:+84 912-345-678'],
    ['Gọi 84912345678', 'phone:84912345678'],
    ['Gọi 0084912345678', 'phone:0084912345678'],
    ['Gọi +84 (0)912 345 678', 'phone:+84 (0)912 345 678'],
    ['Gọi ０９１２３４５６７８', 'phone:０９１２３４５６７８'],
    ['Máy bàn 024 3804 3333', 'phone:024 3804 3333'],
    ['Máy bàn (024) 38043333, gặp ai cũng được', 'phone:(024) 38043333'],
    ['số cũ 01234567890', 'phone:01234567890'],
    ['Gửi về lan.nguyen+1@gmail.com.vn ạ', 'email:lan.nguyen+1@gmail.com.vn'],
    ['Gửi về lan.nguyen(at)gmail.com', 'email:lan.nguyen(at)gmail.com'],
    ['CCCD 012345678901 cấp', 'identity:012345678901'],
    ['CCCD 112 345 678 901 cấp', 'identity:112 345 678 901'],
    ['CMND 123456789, cấp', 'identity:123456789'],
    ['CMND 123.456.789, cấp', 'identity:123.456.789'],
    ['hộ chiếu B1234567', 'identity:B1234567'],
    ['CCCD 112–345–678–901 cấp', 'identity:112–345–678–901'],
    ['xe 29A-123.45 đỗ', 'plate:29A-123.45'],
    ['xe 30H1-12345 đỗ', 'plate:30H1-12345'],
    ['xe 51F 123.45 đỗ', 'plate:51F 123.45'],
    ['xe 29-B1 123.45.', 'plate:29-B1 123.45'],
    ['xe máy 29x5-1234', 'plate:29x5-1234'],
    ['xe 29LD 12345', 'plate:29LD 12345'],
    ['xe 29A–123.45 đỗ', 'plate:29A–123.45'],
    ['biển số: 43C 04567', 'plate:43C 04567'],
    ['STK 0011001234567', 'account:0011001234567'],
    ['số tài khoản của tôi tại Vietcombank là 0011 0012 3456 7', 'account:0011 0012 3456 7'],
    ['chuyển vào 19028888999 (Techcombank)', 'account:19028888999'],
    ['tk 12345678', 'account:12345678'],
    ['nhà tôi số 5 ngõ 12 phố ấy', 'house:số 5 ngõ 12'],
    ['ở nhà 12/3A đường ấy', 'house:nhà 12/3A'],
    ['ở SN 15, tổ ấy', 'house:SN 15'],
    ['số nhà 7B ngách 12/34', 'house:số nhà 7B ngách 12/34'],
    ['ở số 15 Trần Phú', 'house:số 15'],
    ['số 15 đường Lê Lợi', 'house:số 15'],
    ['hẻm 123/4/5 đường Lê Lợi', 'house:hẻm 123/4/5'],
    ['theo mã PAKN-26-7K3M9QTW-4 ạ', 'code*:PAKN-26-7K3M9QTW-4'],
  ])('%s', (text, place) => {
    expect(found(text)).toEqual([place]);
  });

  it.each([
    'Số 00123/2026/TN-BTC ngày 03/02/2021',
    'thủ tục 1.000178, phí 1.500.000 đồng',
    'thủ tục 2.001234.000.00.00.H40',
    'mất 123.456.789 đồng, 500000000đ, 12 triệu',
    'nộp 15.500.000 đồng vào tài khoản của Kho bạc',
    'Nghị định 20/2008/NĐ-CP, số 92/2017/NĐ-CP, Điều 7 khoản 3',
    'ngày 03.02.2026 10 giờ 30, ngày 09-02-2026, năm 2025 2026',
    'Quyết định số 15/QĐ-UBND, công văn số 1234/SXD-QLXD',
    'chờ 2 giờ ở quầy số 5, phòng 302, tầng 12',
    'nhà 2 tầng, 120 m2, thửa 45, tờ bản đồ số 12',
    'tổng đài 1900 1234, gọi 115',
    'từ 7 giờ 30 đến 11 giờ 45, thứ 2 đến thứ 6',
    'hồ sơ 000.00.12.H30-260310-0001',
    'phường Láng, thành phố Hà Nội; bà con rất vui',
  ])('leaves alone: %s', (text) => {
    expect(found(text, { ...NOBODY, address: 'phường Láng, thành phố Hà Nội' })).toEqual([]);
  });

  it('knows the submitter in any spelling', () => {
    expect(found('Tôi là NGUYỄN  THỊ ĐÀO (nguyen thi dao, nguyenthidao, N.T.Đào)', DAO)).toEqual([
      'name*:NGUYỄN  THỊ ĐÀO',
      'name*:nguyen thi dao',
      'name*:nguyenthidao',
      'name*:N.T.Đào',
    ]);
    expect(found('Nguyễn Thị \u00d0ào', DAO)).toEqual(['name*:Nguyễn Thị \u00d0ào']);
    expect(found('ở so 5 ngo 12, LÁNG HẠ; số 5, ngõ 12 Láng Hạ, phường Láng', DAO)).toEqual([
      'address*:so 5 ngo 12, LÁNG HẠ',
      'address*:số 5, ngõ 12 Láng Hạ, phường Láng',
    ]);
    expect(found('+84.912.345.678 / 912345678 / 09_1234_5678', DAO)).toEqual([
      'phone*:+84.912.345.678',
      'phone*:912345678',
      'phone*:09_1234_5678',
    ]);
    expect(found('DAO.NGUYEN @ gmail . com', DAO)).toEqual(['email*:DAO.NGUYEN @ gmail . com']);
  });

  it('takes a part of a name for one where it is written as one, and lets it be confirmed as none', () => {
    expect(found('bà Đào và chị ĐÀO, Thị Đào; hoa đào, vườn Đào, đào tạo', DAO)).toEqual([
      'name:Đào',
      'name:ĐÀO',
      'name:Thị Đào',
    ]);
    expect(found('Nguyễn Thị Đàoo và hoa Lan', DAO)).not.toContain('name*:Nguyễn Thị Đào');
    expect(found('hoa Lan của cô Lan', { ...NOBODY, name: 'Lan' })).toEqual(['name:Lan']);
    expect(found('Minh Long cho biết', { ...NOBODY, name: 'Công ty TNHH Minh Long' })).toEqual([
      'name:Minh Long',
    ]);
  });

  it('knows the officer that the citizen named, and no office', () => {
    expect(found('Cán bộ tran van binh, tức ông Bình, hẹn lại.', DAO)).toEqual([
      'officer:tran van binh',
      'officer:Bình',
    ]);
    expect(officerNames('Cán bộ một cửa')).toEqual([]);
    expect(officerNames('cán bộ Trần Văn Bình và bà Lê Thị Hoa (phòng 3)')).toEqual([
      'Trần Văn Bình',
      'Lê Thị Hoa',
    ]);
  });

  it('finds nothing in a mark, and nothing across one', () => {
    expect(found('[…số nhà…] 15, […số điện thoại…], tôi là […họ tên…]', DAO)).toEqual([]);
  });

  it.each([
    '0 ',
    '0',
    '09.',
    '1.',
    'a',
    'a@a.',
    'số 5 ngõ ',
    'tk 1',
    'cccd a',
    '29A-',
    '12/',
    'Đào ',
    'n.t.',
  ])('reads twelve thousand characters of “%s” in no time', (unit) => {
    const text = unit.repeat(Math.ceil(12_000 / unit.length));
    const before = performance.now();
    findPersonal(text, DAO);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
