import { describe, expect, it } from '@jest/globals';
import { fieldCode } from './field-code.js';
import { committeeNames } from './peoples-committee.js';

describe('names of People’s Committees', () => {
  it.each([
    ['Thành phố Hà Nội', undefined, 'Ủy ban nhân dân thành phố Hà Nội', 'UBND thành phố Hà Nội'],
    [
      'Phường Ba Đình',
      'Thành phố Hà Nội',
      'Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội',
      'UBND phường Ba Đình',
    ],
    ['xã Bắc Sơn', 'Tỉnh Lạng Sơn', 'Ủy ban nhân dân xã Bắc Sơn, tỉnh Lạng Sơn', 'UBND xã Bắc Sơn'],
    [
      'Đặc khu Vân Đồn',
      'Tỉnh Quảng Ninh',
      'Ủy ban nhân dân đặc khu Vân Đồn, tỉnh Quảng Ninh',
      'UBND đặc khu Vân Đồn',
    ],
  ])('%s in %s', (unit, within, name, shortName) => {
    expect(committeeNames(unit, within)).toEqual({ name, shortName });
  });

  it('gives a field one code however its capitals are written', () => {
    expect(fieldCode('Đầu tư tại Việt nam')).toBe(fieldCode('Đầu tư tại Việt Nam'));
    expect(fieldCode('Thi đua – Khen thưởng')).toBe('thi-dua-khen-thuong');
  });
});
