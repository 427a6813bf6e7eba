import { describe, expect, it } from '@jest/globals';
import type { AgencyLevel } from '../directory/agency-level.js';
import { dateLine, placeOf, signatoryOf, superiorInHeading } from './reply-letter.js';

const agency = (name: string, level: AgencyLevel, address = '') => ({ name, level, address });
const PROVINCE = agency('Ủy ban nhân dân tỉnh Hòa Giang', 'PROVINCE');
const DEPARTMENT = agency('Sở Xây dựng', 'DEPARTMENT');
const ROOT = agency('Chính phủ', 'ROOT');

describe('what a reply’s heading says', () => {
  it('names the agency above a department, and nobody above committees and ministries', () => {
    expect(superiorInHeading(DEPARTMENT, PROVINCE)).toBe('UBND tỉnh Hòa Giang');
    expect(superiorInHeading(agency('Ủy ban nhân dân xã An', 'COMMUNE'), PROVINCE)).toBeNull();
    expect(superiorInHeading(agency('Bộ Xây dựng', 'MINISTRY'), ROOT)).toBeNull();
    expect(superiorInHeading(agency('Tổng cục', 'DEPARTMENT'), ROOT)).toBeNull();
  });

  it.each([
    [agency('Ủy ban nhân dân phường Đông Sơn, tỉnh Hòa Giang', 'COMMUNE'), null, 'Đông Sơn'],
    [agency('Sở Xây dựng tỉnh Hòa Giang', 'DEPARTMENT'), null, 'Hòa Giang'],
    [agency('Văn phòng', 'DEPARTMENT', 'Số 1 phố An, phường Ba Đình, thành phố Hà Nội'), null, 'Hà Nội'],
    [DEPARTMENT, PROVINCE, 'Hòa Giang'],
    [agency('Ủy ban nhân dân phường 1, tỉnh Hòa Giang', 'COMMUNE'), null, 'Phường 1'],
    [agency('Bộ Xây dựng', 'MINISTRY'), ROOT, null],
  ])('%j is written at its place', (from, parent, place) => {
    expect(placeOf(from, parent)).toBe(place);
  });

  it('writes small days and months with a zero, as the decree does', () => {
    expect(dateLine('Hòa Giang', '2026-02-03')).toBe('Hòa Giang, ngày 03 tháng 02 năm 2026');
    expect(dateLine(null, '2026-11-21')).toBe('Ngày 21 tháng 11 năm 2026');
    expect(dateLine(null, null)).toMatch(/^Ngày …+ tháng/);
  });

  it('tells a name from a position, and knows the approver’s', () => {
    const approver = { name: 'Mai Thị Duyệt', position: 'Phó Giám đốc' };
    expect(signatoryOf('Lê Văn A, Giám đốc', approver)).toEqual({ name: 'Lê Văn A', position: 'Giám đốc' });
    expect(signatoryOf('Mai Thị Duyệt', approver)).toEqual(approver);
    expect(signatoryOf('Lê Văn A', approver)).toEqual({ name: 'Lê Văn A', position: '' });
    expect(signatoryOf(null, approver)).toEqual(approver);
    expect(signatoryOf('', null)).toEqual({ name: '', position: '' });
  });
});
