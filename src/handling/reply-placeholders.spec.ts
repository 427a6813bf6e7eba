import { describe, expect, it } from '@jest/globals';
import {
  fillTemplate,
  PLACEHOLDER_NAMES,
  type ReplyFacts,
  unknownPlaceholders,
} from './reply-placeholders.js';

const facts: ReplyFacts = {
  submitter: { type: 'INDIVIDUAL', name: 'Nguyễn Thị Đào' },
  title: 'Chờ lâu ở bộ phận một cửa',
  code: 'PAKN-26-7K3M9QTW-4',
  registerNumber: null,
  received: '2026-03-09',
  due: '2026-03-30',
  procedure: 'Cấp giấy phép xây dựng',
  agency: 'Sở Xây dựng tỉnh Hòa Giang',
  today: '2026-03-10',
};

describe('the placeholders of reply templates', () => {
  it('are filled with what is known of the item, however they are spelled', () => {
    expect(fillTemplate('Kính gửi {xưng hô} {Người gửi} ({nguoi gui})', facts)).toBe(
      'Kính gửi Ông/Bà Nguyễn Thị Đào (Nguyễn Thị Đào)',
    );
    expect(fillTemplate('{ngày gửi}–{hạn trả lời}, {hôm nay}', facts)).toBe(
      '09/03/2026–30/03/2026, 10/03/2026',
    );
  });

  it('leave a visible gap where the item has nothing', () => {
    expect(fillTemplate('Số {số vào sổ}', facts)).toBe('Số ……');
  });

  it('address organisations and enterprises otherwise', () => {
    const to = (type: string) => fillTemplate('{xưng hô}', { ...facts, submitter: { type, name: 'X' } });
    expect([to('ORGANISATION'), to('ENTERPRISE')]).toEqual(['Quý cơ quan, tổ chức', 'Quý doanh nghiệp']);
  });

  it('are all known to the filling, and none is left over', () => {
    const all = PLACEHOLDER_NAMES.map((name) => `{${name}}`).join('\n');
    expect(unknownPlaceholders(all)).toEqual([]);
    expect(fillTemplate(all, facts)).not.toMatch(/[{}]/);
  });

  it('name what they do not know, and loose braces', () => {
    expect(unknownPlaceholders('Gửi {số điện thoại} và {người gửi}, {số điện thoại}')).toEqual([
      '{số điện thoại}',
    ]);
    expect(unknownPlaceholders('Gửi {người gửi\n}')).toEqual(['{', '}']);
    expect(unknownPlaceholders('{}')).toEqual(['{}']);
  });

  it('never fill in what the filling brought: a name with braces stays a name', () => {
    const odd = { ...facts, submitter: { type: 'INDIVIDUAL', name: '{mã hồ sơ} $&' } };
    expect(fillTemplate('{người gửi}', odd)).toBe('{mã hồ sơ} $&');
  });
});
