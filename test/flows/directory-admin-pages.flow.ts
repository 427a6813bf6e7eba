import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyChange } from '../../src/directory/agency-change.entity.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { ProcedureField } from '../../src/directory/procedure-field.entity.js';
import { Procedure } from '../../src/directory/procedure.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { DeskHouse } from '../support/desk-house.js';

const PLACE = '/quan-tri/to-chuc';
const AGENCY = {
  ...{ code: 'HG-VH', name: 'Sở Văn hóa tỉnh Hòa Giang', shortName: 'Sở Văn hóa', level: 'DEPARTMENT' },
  ...{ agency: 'HG', question: '', validFrom: '2026-01-01', address: 'Số 5 đường Hòa Bình', intakeOpen: '1' },
  ...{
    postalAddress: '',
    phone: '0299 3800 500',
    email: 'vh@hoagiang.example',
    website: 'vh.hoagiang.example',
  },
};

describe('agencies, procedures and fields kept by administrators', () => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open('sqlite'));
  afterAll(() => desk.close());

  const agency = async (code: string) => desk.house.app.get(AgencyDirectory).byCode(code);
  async function posted(address: string, fields: Record<string, string>) {
    const admin = await desk.as('quantri');
    await admin.visit(address);
    return admin.submit(fields, address);
  }

  it('adds an agency, corrects it, renames it and moves it; its page tells all of it', async () => {
    const wrong = await posted(`${PLACE}/them`, { ...AGENCY, code: 'có dấu', website: 'x' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Mã chỉ gồm chữ cái không dấu');
    expect(wrong.html).toContain('value="Sở Văn hóa tỉnh Hòa Giang"');
    const taken = await posted(`${PLACE}/them`, { ...AGENCY, code: 'HG-XD' });
    expect(taken.text).toContain('Mã cơ quan này đã có');
    const added = await posted(`${PLACE}/them`, AGENCY);
    expect(added.url).toBe(`${PLACE}/HG-VH`);
    expect(added.text).toContain('vh@hoagiang.example');

    const { code: _, agency: __, question: ___, validFrom: ____, ...details } = AGENCY;
    await posted(`${PLACE}/HG-VH/sua`, { ...details, phone: '1900 1234' });
    expect((await agency('HG-VH'))?.phone).toBe('1900 1234');
    const names = { name: 'Sở Văn hóa và Thể thao', shortName: 'Sở VHTT', day: '10/03/2026' };
    const renamed = await posted(`${PLACE}/HG-VH/doi-ten`, names);
    expect(renamed.text).toContain('Sở Văn hóa tỉnh Hòa Giang');
    expect(renamed.text).toContain('từ ngày 01/01/2026 đến hết ngày 09/03/2026');
    const moved = await posted(`${PLACE}/HG-VH/chuyen`, { agency: 'HG-NV', question: '', day: '2026-03-10' });
    expect(moved.text).toContain('trực thuộc: Sở Nội vụ tỉnh Hòa Giang');
    expect((await agency('HG-VH'))?.path).toContain((await agency('HG-NV'))?.path ?? '?');
    const found = await (await desk.as('quantri')).visit(`${PLACE}?q=so+van+hoa+tinh`);
    expect(found.text).toContain('Sở Văn hóa và Thể thao');
    const trail = await desk.house.reader.findBy(AuditEntry, { subjectKind: 'agency', subject: 'HG-VH' });
    expect(trail.map(({ action }) => action).sort()).toEqual([
      ...['agency.add', 'agency.edit', 'agency.move', 'agency.rename'],
    ]);
    expect(JSON.stringify(trail)).not.toContain('Văn hóa');
  });

  it('shows what a merger touches before it is decided, and merges into a new agency', async () => {
    const code = await desk.submitted({ agency: 'HG-TL' });
    const admin = await desk.as('quantri');
    const form = await admin.visit(`${PLACE}/sap-nhap?ma=HG-TL&ma=HG-HK`);
    expect(form.text).toContain('Hồ sơ đang giải quyết');
    const fields = {
      ...{ into: 'new', agency: '', question: '', day: '2026-03-10', withStaff: '1' },
      ...{ code: 'HG-TK', name: 'Ủy ban nhân dân xã Tân Khê, tỉnh Hòa Giang', shortName: 'UBND xã Tân Khê' },
    };
    const address = `${PLACE}/sap-nhap`;
    const empty = await admin.submit({ ...fields, name: '' }, address);
    expect(empty.status).toBe(422);
    const preview = await admin.submit(fields, address);
    expect(preview.text).toContain('Xin kiểm tra rồi xác nhận');
    expect(await agency('HG-TK')).toBeNull();
    const done = await admin.submit({ ...fields, confirm: '1' }, address);
    expect(done.url).toBe(`${PLACE}/HG-TK`);
    await desk.house.runDue();
    expect((await desk.item(code)).handlingAgencyId).toBe((await agency('HG-TK'))?.id);
    expect((await agency('HG-HK'))?.successorId).toBe((await agency('HG-TK'))?.id);

    const citizen = desk.house.browser();
    await citizen.visit('/gui');
    const sent = await citizen.visit('/gui/co-quan?q=tan+loc');
    expect(sent.text).not.toContain('Tân Lộc');
  });

  it('refuses what is elsewhere or has no meaning, and takes a decision back', async () => {
    const admin = await desk.as('quantri');
    expect((await admin.visit(`${PLACE}/CP`)).status).toBe(404);
    expect((await admin.visit(`${PLACE}/khong-co`)).status).toBe(404);
    expect((await admin.visit(`${PLACE}/sap-nhap`)).text).toContain('đánh dấu ít nhất một cơ quan');
    await posted(`${PLACE}/HG-TC/doi-ten`, { name: 'Sở Ngân khố', shortName: 'Sở NK', day: '2026-05-01' });
    const { id } = await desk.house.reader.findOneByOrFail(AgencyChange, { name: 'Sở Ngân khố' });
    await admin.visit(`${PLACE}/HG-TC`);
    const back = await admin.submit({}, `${PLACE}/quyet-dinh/${id}/huy`);
    expect(back.text).toContain('Đã hủy');
    const again = await posted(`${PLACE}/HG-TC/doi-ten`, { name: 'X', shortName: 'X', day: '2030-01-01' });
    expect(again.text).toContain('trong vòng một năm tới');
  });

  it('keeps procedures and fields', async () => {
    const added = await posted('/quan-tri/linh-vuc', { name: 'Văn hóa cơ sở' });
    expect(added.text).toContain('Văn hóa cơ sở');
    expect((await posted('/quan-tri/linh-vuc', { name: 'VĂN HÓA CƠ SỞ' })).status).toBe(422);
    const field = await desk.house.reader.findOneByOrFail(ProcedureField, { name: 'Văn hóa cơ sở' });
    const fields = {
      ...{ code: '9.000001', name: 'Cấp giấy phép lễ hội', fieldId: String(field.id), levels: 'COMMUNE' },
      ...{
        handlingAgency: 'UBND xã',
        decidingAgency: '',
        coAgencies: '',
        decisionNumber: '',
        legalBasis: '',
      },
      ...{ subjects: 'Công dân\nTổ chức', sourceUrl: '' },
    };
    expect((await posted('/quan-tri/thu-tuc/them', { ...fields, code: '1.049' })).text).toContain(
      'Mã thủ tục phải như 1.000178',
    );
    const saved = await posted('/quan-tri/thu-tuc/them', fields);
    expect(saved.url).toBe('/quan-tri/thu-tuc/9.000001');
    await posted(`/quan-tri/linh-vuc/${field.id}`, { name: 'Lễ hội' });
    const list = await (await desk.as('quantri')).visit('/quan-tri/thu-tuc?q=le+hoi');
    expect(list.text).toContain('Cấp giấy phép lễ hội');
    const admin = await desk.as('quantri');
    await admin.visit('/quan-tri/thu-tuc/9.000001');
    await admin.submit({}, '/quan-tri/thu-tuc/9.000001/hieu-luc');
    const row = await desk.house.reader.findOneByOrFail(Procedure, { code: '9.000001' });
    expect(row).toMatchObject({
      status: 'REPEALED',
      subjects: ['Công dân', 'Tổ chức'],
      decidingAgency: 'UBND xã',
    });
    await admin.visit('/quan-tri/linh-vuc');
    await admin.submit({}, `/quan-tri/linh-vuc/${field.id}/ngung`);
    expect((await desk.house.reader.findOneByOrFail(ProcedureField, { id: field.id })).retired).toBe(true);
    expect(await desk.house.reader.countBy(Feedback, { fieldId: field.id })).toBe(0);
  });
});
