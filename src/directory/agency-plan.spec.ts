import { describe, expect, it } from '@jest/globals';
import { AgencyPlan, type PlannedAgency } from './agency-plan.js';
import { type AgencyRecord, readAgency } from './agency-record.js';

const BLANK = { address: '', postalAddress: '', phone: '', email: '', website: '', validTo: null };
const known = (): Map<string, PlannedAgency> =>
  new Map(
    [
      { code: 'CP', name: 'Chính phủ', shortName: 'CP', level: 'ROOT' as const, parentCode: null },
      { code: 'T', name: 'Tỉnh', shortName: 'T', level: 'PROVINCE' as const, parentCode: 'CP' },
      { code: 'X', name: 'Xã', shortName: 'X', level: 'COMMUNE' as const, parentCode: 'T' },
    ].map((row) => [row.code, { ...BLANK, ...row }]),
  );
const record = (more: Partial<AgencyRecord>): AgencyRecord => ({
  ...{ code: 'X', name: 'Xã', shortName: 'X', level: 'COMMUNE', parentCode: null },
  ...more,
});
const planned = (plan: AgencyPlan, more: Partial<AgencyRecord>) =>
  plan.row({ line: 2, record: record(more), reason: null });

describe('what a file would do to the tree of agencies', () => {
  it('is nothing where all is the same, and what the file leaves out stays', () => {
    const plan = new AgencyPlan(known(), 'CP');
    expect(planned(plan, {})).toMatchObject({ kind: 'unchanged', changes: [] });
    expect(planned(plan, { parentCode: 'T' })).toMatchObject({ kind: 'unchanged' });
  });

  it('tells each value before and after, a new superior by its code', () => {
    const row = planned(new AgencyPlan(known(), 'CP'), { name: 'Phường', phone: '0123', parentCode: 'CP' });
    expect(row).toMatchObject({ kind: 'changed' });
    expect(row.changes).toEqual([
      { column: 'name', before: 'Xã', after: 'Phường' },
      { column: 'phone', before: '', after: '0123' },
      { column: 'parent', before: 'T', after: 'CP' },
    ]);
  });

  it('knows what the rows before have added', () => {
    const plan = new AgencyPlan(known(), 'CP');
    expect(planned(plan, { code: 'N1', parentCode: 'N' }).reason?.key).toBe('directoryAdmin.row.parent');
    expect(planned(plan, { code: 'N', parentCode: 'T' }).kind).toBe('added');
    expect(planned(plan, { code: 'N1', parentCode: 'N' }).kind).toBe('added');
  });

  it('refuses circles, also over rows of the same file, and agencies that are no more', () => {
    const tree = known();
    tree.set('G', { ...BLANK, ...record({ code: 'G' }), parentCode: 'T', validTo: '2025-07-01' });
    const plan = new AgencyPlan(tree, 'CP');
    expect(planned(plan, { code: 'T', parentCode: 'X' }).reason?.key).toBe('directoryAdmin.row.circle');
    expect(planned(plan, { code: 'G' }).reason?.key).toBe('directoryAdmin.row.abolished');
    expect(planned(plan, { code: 'Y', parentCode: 'G' }).reason?.key).toBe('directoryAdmin.row.parent');
  });
});

describe('a row of a table of agencies', () => {
  const cells = {
    ma: 'A-1',
    ten: 'Sở  A',
    ten_ngan: 'Sở',
    cap: 'cấp tỉnh',
    ma_cap_tren: '',
    dien_thoai: '+84 1',
  };

  it('is read with its level by name or by code; empty contact points are left out', () => {
    expect(readAgency(cells)).toEqual({
      ...{ code: 'A-1', name: 'Sở A', shortName: 'Sở', level: 'PROVINCE', parentCode: null, phone: '+84 1' },
    });
    expect(readAgency({ ...cells, cap: 'department' }).level).toBe('DEPARTMENT');
  });

  it.each([
    [{ ma: 'có dấu' }, 'agencyCode'],
    [{ ten: '' }, 'missing'],
    [{ ten: '=HYPERLINK("x")' }, 'formula'],
    [{ cap: 'phường' }, 'agencyLevel'],
    [{ dien_thoai: '1'.repeat(101) }, 'tooLong'],
  ])('is refused with %j', (change, name) => {
    expect(() => readAgency({ ...cells, ...change })).toThrow(
      expect.objectContaining({ said: expect.objectContaining({ key: `directoryAdmin.row.${name}` }) }),
    );
  });
});
