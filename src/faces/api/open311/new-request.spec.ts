import { describe, expect, it } from '@jest/globals';
import { newRequest } from './new-request.js';
import { Open311Error } from './open311-error.js';

const SENT = {
  service_code: 'dat-dai',
  address_string: 'UBND phường Đông Sơn',
  description: 'Chờ ba giờ không được gọi\nTôi đến từ 7 giờ 30.',
  first_name: 'Đào',
  last_name: 'Nguyễn Thị',
  phone: '0912345678',
  'attribute[kind]': 'remark',
  'attribute[subject]': 'admin_act',
  'attribute[submitter_address]': 'Số 5, ngõ 12 Láng Hạ',
};
const say = (key: string, params: Record<string, string>): string =>
  [key, ...Object.values(params)].join(' ');
const read = (more: Record<string, unknown> = {}) => newRequest({ ...SENT, ...more }, say);
const faultsOf = (more: Record<string, unknown>): string[] => {
  try {
    read(more);
  } catch (error) {
    if (error instanceof Open311Error) return error.faults.map(({ key }) => key);
    throw error;
  }
  return [];
};

describe('a request of GeoReport', () => {
  it('becomes a submission in our words', () => {
    expect(read()).toEqual({
      serviceCode: 'dat-dai',
      kind: 'REMARK',
      subject: 'ADMIN_ACT',
      title: 'Chờ ba giờ không được gọi',
      content: SENT.description,
      place: SENT.address_string,
      procedureCode: '',
      agencyCode: '',
      submitter: {
        type: 'INDIVIDUAL',
        name: 'Nguyễn Thị Đào',
        address: 'Số 5, ngõ 12 Láng Hạ',
        phone: '0912345678',
        email: '',
      },
    });
  });

  it('keeps coordinates and the address of a picture, which have no place of their own', () => {
    const { place, content } = read({ lat: '21.02', long: '105.8', media_url: 'https://anh.vn/1.jpg' });
    expect(place).toBe('UBND phường Đông Sơn (open311.place 21.02 105.8)');
    expect(content.endsWith('open311.media https://anh.vn/1.jpg')).toBe(true);
    expect(read({ media_url: 'javascript:alert(1)' }).content).toBe(SENT.description);
  });

  it('makes a title of a long first line, cut at a word', () => {
    const { title } = read({ description: 'chữ '.repeat(200) });
    expect(title).toMatch(/^(chữ )+chữ…$/);
    expect(title.length).toBeLessThanOrEqual(200);
  });

  it.each([
    [{ service_code: '' }, 'open311.noServiceNamed'],
    [{ address_string: '' }, 'open311.noPlace'],
    [{ lat: '91', long: '0' }, 'open311.badPlace'],
    [{ lat: '21.02' }, 'open311.badPlace'],
    [{ lat: '1e1', long: '0' }, 'open311.badPlace'],
    [{ 'attribute[kind]': 'question' }, 'open311.badAttribute'],
    [{ phone: ['1', '2'] }, 'open311.sentTwice'],
  ])('refuses %j', (more, fault) => {
    expect(faultsOf(more)).toEqual([fault]);
  });
});
