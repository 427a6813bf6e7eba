import { describe, expect, it } from '@jest/globals';
import { type KnownAgency, matchAgency, tellingName } from './match-agency.js';

let made = 0;
const agency = (
  name: string,
  shortName: string,
  level: KnownAgency['level'],
  above?: KnownAgency,
): KnownAgency => {
  const id = ++made;
  return { id, name, shortName, level, path: `${above?.path ?? '/'}${id}/` };
};
const state = agency('Chính phủ', 'Chính phủ', 'ROOT');
const finance = agency('Bộ Tài chính', 'Bộ Tài chính', 'MINISTRY', state);
const [east, west] = ['Đông', 'Tây'].map((name) =>
  agency(`Ủy ban nhân dân tỉnh ${name}`, `UBND tỉnh ${name}`, 'PROVINCE', state),
);
const [eastJustice, westJustice] = [east, west].map((province) =>
  agency(`Sở Tư pháp ${province?.name.slice(16) ?? ''}`, 'Sở Tư pháp', 'DEPARTMENT', province),
);
const ward = agency('Ủy ban nhân dân phường Bến, tỉnh Tây', 'UBND phường Bến', 'COMMUNE', west);
const ALL = [state, finance, east, west, eastJustice, westJustice, ward].filter((one) => one !== undefined);
const match = (text: string, near: KnownAgency | undefined | null = ward): KnownAgency | null =>
  matchAgency(text, ALL, near ?? null);

describe('the agency that a procedure names', () => {
  it('is the nearest of one name', () => {
    expect(match('Sở Tư pháp')).toBe(westJustice);
    expect(match('Sở Tư pháp', east)).toBe(eastJustice);
    expect(match('Sở Tư pháp', state)).toBeNull();
    expect(match('Sở Tư pháp tỉnh Đông')).toBe(eastJustice);
  });

  it('is found inside longer words, and commas split nothing', () => {
    expect(match('Cục Quản lý, giám sát kế toán - Bộ tài chính')).toBe(finance);
    expect(match('Sở Tư, pháp chế')).toBe(westJustice);
  });

  it('is whichever committee is near, where only a level is told', () => {
    expect(match('Ủy ban Nhân dân xã, phường, thị trấn.')).toBe(ward);
    expect(match('Ủy ban nhân dân cấp tỉnh')).toBe(west);
    expect(match('Ủy ban nhân dân cấp xã', east)).toBeNull();
    expect(match('Ủy ban nhân dân cấp xã', null)).toBeNull();
  });

  it('is nobody where the directory knows none', () => {
    expect(match('Chi cục Hải quan khu vực')).toBeNull();
    expect(match('')).toBeNull();
  });

  it('falls back from what is not told', () => {
    expect(tellingName(['', 'Không có thông tin', 'Sở Y tế'])).toBe('Sở Y tế');
    expect(tellingName(['Không có thông tin'])).toBe('');
  });
});
