import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { DirectoryImport } from '../../src/directory/directory-import.entity.js';
import { Procedure } from '../../src/directory/procedure.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';

const PLACE = '/quan-tri/nhap-danh-muc';
const HEADER = 'Mã thủ tục;Tên thủ tục;Lĩnh vực;Cấp thực hiện;Cơ quan thực hiện';
const row = (code: string, name = `Thủ tục ${code}`): string => `${code};${name};Đất đai;Cấp xã;UBND cấp xã`;

describe.each(PAGE_ENGINES)('files of procedures and agencies on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  /** Sends a file in and has it tried. @returns the number of the import. */
  async function tried(
    content: string | Buffer,
    kind = 'PROCEDURES',
    name = 'danh-muc.csv',
  ): Promise<number> {
    const admin = await desk.as('quantri');
    await admin.visit(PLACE);
    const files = [{ name, bytes: Buffer.from(content) }];
    const sent = await admin.upload({ kind }, files, PLACE);
    await desk.house.runDue();
    return Number(sent.url.split('/').at(-1));
  }
  const imported = (id: number) => desk.house.reader.findOneByOrFail(DirectoryImport, { id });
  async function applied(id: number) {
    const admin = await desk.as('quantri');
    await admin.visit(`${PLACE}/${id}`);
    const page = await admin.submit({}, `${PLACE}/${id}/ap-dung`);
    await desk.house.runDue();
    return page;
  }
  const shown = async (id: number, rest = '') => (await desk.as('quantri')).visit(`${PLACE}/${id}${rest}`);

  it('tells new, changed and bad rows before anything is written, then applies them once', async () => {
    const rows = [row('8.000001'), row('8.000002'), row('1.049'), row('8.000001'), row('8.000003', '=1+1')];
    const id = await tried([HEADER, ...rows, '8.000004;"hở;x'].join('\r\n'));
    expect(await imported(id)).toMatchObject({ state: 'CHECKED', added: 2, changed: 0, bad: 4 });
    expect(await desk.house.reader.existsBy(Procedure, { code: '8.000001' })).toBe(false);
    const page = await shown(id);
    for (const said of ['không phải “1.049”', 'đã có ở dòng 2', 'như một công thức', 'ngoặc kép'])
      expect(page.text).toContain(said);
    const bad = await shown(id, '/loi.csv');
    expect(bad.html).toContain('4,');
    expect(bad.html.split('\r\n')).toHaveLength(6);

    await applied(id);
    expect(await imported(id)).toMatchObject({ state: 'DONE' });
    const second = await tried([HEADER, row('8.000001', 'Tên mới'), row('8.000002')].join('\n'));
    expect(await imported(second)).toMatchObject({ added: 0, changed: 1, unchanged: 1, bad: 0 });
    const changes = await shown(second, '/thay-doi.csv');
    expect(changes.html).toContain('Thủ tục 8.000001,Tên mới');
    expect(await desk.house.reader.countBy(AuditEntry, { action: 'import.apply' })).toBe(1);
  });

  it('refuses a trial that has grown stale, and repeats an application that was cut off', async () => {
    const [first, second] = [
      await tried([HEADER, row('8.000010')].join('\n')),
      await tried([HEADER, row('8.000011')].join('\n')),
    ];
    await applied(first);
    const page = await applied(second);
    expect(page.text).toContain('Danh mục đã thay đổi sau lần chạy thử');
    expect(await imported(second)).toMatchObject({ state: 'CHECKED' });
    await applied(second);
    await desk.house.write(async (tx) => {
      await tx.update(DirectoryImport, { id: second }, { state: 'APPLYING' });
      await tx.update(OutboxMessage, { topic: 'catalogue.import' }, { state: 'WAITING', runAt: 0 });
    });
    await desk.house.runDue();
    expect(await imported(second)).toMatchObject({ state: 'DONE' });
    expect(await desk.house.reader.countBy(Procedure, { code: '8.000011' })).toBe(1);
  });

  it('reads whatever Excel wrote, and says of other files what they are', async () => {
    const table = [HEADER.replaceAll(';', '\t'), row('8.000020').replaceAll(';', '\t')].join('\r\n');
    const utf16 = await tried(Buffer.from(`\ufeff${table}`, 'utf16le'));
    expect(await imported(utf16)).toMatchObject({ state: 'CHECKED', added: 1, bad: 0 });
    const faults: [string | Buffer, string][] = [
      [Buffer.from('504b030414000600080000', 'hex'), 'tệp nén ZIP'],
      ['%PDF-1.7', 'tệp là PDF'],
      [Buffer.from('89504e470d0a1a0a', 'hex'), 'tệp là ảnh'],
      ['a;b\n1;2', 'dòng tiêu đề thiếu cột'],
      [HEADER, 'không có dòng nào'],
      [' \n', 'Không dùng được'],
    ];
    for (const [content, said] of faults) {
      const page = await shown(await tried(content));
      expect([page.status, page.text.includes(said) || page.text]).toEqual([200, true]);
    }
    const admin = await desk.as('quantri');
    await admin.visit(PLACE);
    const none = await admin.upload({ kind: 'PROCEDURES' }, [], PLACE);
    expect([none.status, none.text.includes('Xin chọn một tệp')]).toEqual([422, true]);
  });

  it('brings agencies from a table and from the list of units, parents before children', async () => {
    const header = 'ma,ten,ten_ngan,cap,ma_cap_tren,dien_thoai';
    const table = [
      header,
      'HG-VH,Sở Văn hóa,Sở VH,DEPARTMENT,HG,0299 1',
      'HG-VH-1,Trung tâm,TT,DEPARTMENT,HG-VH,',
    ];
    const bad = [
      'HG-VH-2,Phòng,P,DEPARTMENT,KHONG,',
      'HG,UBND tỉnh,UBND,PROVINCE,HG-VH,',
      'HG-H01,x,x,DISTRICT,HG,',
    ];
    const id = await tried([...table, ...bad].join('\n'), 'AGENCIES');
    expect(await imported(id)).toMatchObject({ added: 2, bad: 3 });
    await applied(id);
    const directory = desk.house.app.get(AgencyDirectory);
    const [above, below] = [await directory.byCode('HG-VH'), await directory.byCode('HG-VH-1')];
    expect(below?.path).toBe(`${above?.path ?? ''}${below?.id ?? 0}/`);
    expect(above).toMatchObject({ phone: '0299 1' });
    const again = await tried([...table, ...bad].join('\n'), 'AGENCIES');
    expect(await imported(again)).toMatchObject({ added: 0, changed: 0, unchanged: 2, bad: 3 });

    const units = [
      { Code: '01', FullName: 'Thành phố Hà Nội', Wards: [{ Code: '00004', FullName: 'Phường Ba Đình' }, 7] },
    ];
    const list = await tried(JSON.stringify(units), 'AGENCIES', 'units.json');
    expect(await imported(list)).toMatchObject({ state: 'CHECKED', added: 1, bad: 1 });
    expect(await imported(await tried('[{"Code":', 'AGENCIES', 'units.json'))).toMatchObject({
      fault: 'json',
    });
  });
});
