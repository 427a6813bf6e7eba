import { describe, expect, it } from '@jest/globals';
import { type ProcedureRow, readProcedure } from './procedure-record.js';

const row: ProcedureRow = {
  ma_thu_tuc: '1.000016',
  ten_thu_tuc: '  Thông báo  tăng, giảm vốn góp ',
  linh_vuc: 'Hỗ trợ doanh nghiệp',
  cap_thuc_hien: 'Cấp bộ, Cấp tỉnh',
  co_quan_thuc_hien: 'Sở Tài chính các tỉnh, thành phố',
  co_quan_co_tham_quyen: '',
  doi_tuong_thuc_hien:
    'Cán bộ, công chức, viên chức, Doanh nghiệp, Tổ chức (không bao gồm doanh nghiệp, HTX)',
  so_quyet_dinh: '2915/QĐ-BTC',
  detail_url: 'https://dichvucong.gov.vn/x',
};

describe('a row of the table of procedures', () => {
  it('is read without splitting names of agencies', () => {
    expect(readProcedure(row)).toEqual({
      code: '1.000016',
      name: 'Thông báo tăng, giảm vốn góp',
      fieldName: 'Hỗ trợ doanh nghiệp',
      levels: ['MINISTRY', 'PROVINCE'],
      decidingAgency: 'Sở Tài chính các tỉnh, thành phố',
      handlingAgency: 'Sở Tài chính các tỉnh, thành phố',
      coAgencies: '',
      decisionNumber: '2915/QĐ-BTC',
      subjects: ['Cán bộ, công chức, viên chức', 'Doanh nghiệp', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
      sourceUrl: 'https://dichvucong.gov.vn/x',
      text: null,
    });
  });

  it('keeps the deciding agency where there is one', () => {
    expect(readProcedure({ ...row, co_quan_co_tham_quyen: 'Bộ Tài chính' }).decidingAgency).toBe(
      'Bộ Tài chính',
    );
  });

  it('is the same in composed and decomposed Unicode', () => {
    const decomposed = Object.fromEntries(
      Object.entries(row).map(([name, text]) => [name, text.normalize('NFD')]),
    );
    expect(readProcedure(decomposed)).toEqual(readProcedure(row));
  });

  it.each([
    [{ ma_thu_tuc: '1.00016' }, 'ma_thu_tuc must be d.dddddd: "1.00016"'],
    [{ ma_thu_tuc: undefined }, 'ma_thu_tuc must be d.dddddd: ""'],
    [{ ten_thu_tuc: ' ' }, 'ten_thu_tuc is empty (1.000016)'],
    [{ ten_thu_tuc: 'x'.repeat(3001) }, 'longer than 3000 characters'],
    [{ linh_vuc: '–' }, 'linh_vuc has no letter'],
    [{ cap_thuc_hien: 'Cấp phường' }, 'unknown level: "Cấp phường"'],
    [{ co_quan_thuc_hien: '' }, 'co_quan_thuc_hien is empty'],
    [{ detail_url: 'javascript:alert(1)' }, 'detail_url is not a web address'],
  ])('is refused with %j: %s', (change, reason) => {
    expect(() => readProcedure({ ...row, ...change })).toThrow(reason);
  });
});
