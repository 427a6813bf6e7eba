import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { ItemImport } from '../../src/intake/item-import.entity.js';
import { cleanLine, cleanText } from '../../src/platform/kernel/clean-text.js';
import { EXPORTED_COLUMNS, ITEM_COLUMNS, type ItemRecord } from '../../src/intake/item-record.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';

const PAGE = '/can-bo/nhap-xuat';
const ODD = ['=1+1', "'=cmd|' /C calc'!A0", '+84 ', '-1\n\n"hai", ba;', '@a\tb', '👨‍👩‍👧 ế e\u0302\u0301'];

describe.each(PAGE_ENGINES)('items as files on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  async function exported(username: string, more: Record<string, string> = {}): Promise<string> {
    const browser = await desk.as(username);
    await browser.visit(PAGE);
    const fields = { _csrf: browser.csrf, format: 'jsonl', ...more };
    return (await browser.postForBytes(`${PAGE}/xuat`, fields)).toString('utf8');
  }
  const records = (text: string): ItemRecord[] =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ItemRecord);
  const WITH_CONTACT = { contact: '1', purpose: 'HANDLE' };

  /** @returns the page of the import once it was tried. */
  async function sent(name: string, text: string | Buffer, source = 'Tổng đài') {
    const browser = await desk.as('tiepnhan');
    await browser.visit(PAGE);
    const bytes = Buffer.from(text as string);
    const page = await browser.upload({ source }, [{ name, bytes }], `${PAGE}/nhap`);
    if (page.status !== 200) return page;
    await desk.house.runDue();
    return browser.visit(page.url);
  }
  async function takenIn(): Promise<void> {
    await (await desk.as('tiepnhan')).submit({}, `${PAGE}/nhap/${await lastId()}/ap-dung`);
    await desk.house.runDue();
  }
  const lastId = async (): Promise<number> => (await last()).id;
  const last = async (): Promise<ItemImport> =>
    desk.house.reader.findOneOrFail(ItemImport, { where: {}, order: { id: 'DESC' } });

  it.each(['csv', 'jsonl'])('come back as they were: export, import, export (%s)', async (format) => {
    for (const [i, odd] of ODD.entries())
      await desk.submitted({
        title: cleanLine(`${odd} ${format} ${i}`),
        content: cleanText(`${odd}
${'dòng dài '.repeat(50)}${odd}`),
      });
    const first = records(await exported('tiepnhan', WITH_CONTACT)).slice(-ODD.length);
    const file = await exported('tiepnhan', { ...WITH_CONTACT, format });
    const tried = await sent(`cu.${format}`, file, `Hệ thống cũ ${format}`);
    expect(tried.text).toContain('Hồ sơ mới sẽ nhập');
    await takenIn();
    const second = records(await exported('tiepnhan', WITH_CONTACT));
    for (const one of first) {
      const copy = second.find(({ externalNumber }) => externalNumber === one.code);
      const same = (record: ItemRecord | undefined) =>
        ITEM_COLUMNS.filter((name) => name !== 'code' && name !== 'externalNumber').map(
          (name) => record?.[name],
        );
      expect(same(copy)).toEqual(same(one));
    }
    const again = await sent(`cu.${format}`, file, `Hệ thống cũ ${format}`);
    expect([(await last()).added, (await last()).bad]).toEqual([0, 0]);
    expect(again.forms.map(({ action }) => action).join()).not.toContain('ap-dung');
  });

  it('show contact data to whom the privacy policy lets look, and never without being asked', async () => {
    const plain = await exported('tiepnhan');
    expect(plain).not.toMatch(/Láng Hạ|09123/);
    expect(await exported('tiepnhan', WITH_CONTACT)).toMatch(/Láng Hạ/);
    expect(await exported('giamsat', WITH_CONTACT)).not.toMatch(/Láng Hạ|09123/);
    const refused = await (await desk.as('tiepnhan')).submit({ contact: '1' }, `${PAGE}/xuat`);
    expect(refused.status).toBe(422);
    for (const other of ['xuly', 'quantri', 'hoidong', 'congkhai'])
      expect([other, (await (await desk.as(other)).visit(PAGE)).status]).toEqual([other, 403]);
    const entries = await desk.house.reader.findBy(AuditEntry, { action: 'export.items' });
    expect(entries.at(-1)).toMatchObject({ purpose: 'HANDLE', details: { contact: true, format: 'jsonl' } });
    expect(Number(entries.at(-1)?.details?.rows)).toBeGreaterThan(ODD.length);
  });

  it('narrow an export to days, and to what the person sees', async () => {
    const ward = records(await exported('dongson'));
    expect(ward.every(({ agencyCode }) => agencyCode.startsWith('HG-DS'))).toBe(true);
    expect(records(await exported('tiepnhan', { from: '2026-03-11' }))).toEqual([]);
    const today = await exported('tiepnhan', { from: '2026-03-10', to: '2026-03-10', format: 'csv' });
    expect(today.startsWith(`\uFEFF"${EXPORTED_COLUMNS.join('","')}"\r\n`)).toBe(true);
  });

  it('say of every bad line what is wrong with it, and take in the others once', async () => {
    const good = (n: number, more: Partial<Record<string, string>> = {}) =>
      JSON.stringify({
        ...{ externalNumber: `TD-${n}`, channel: 'phone', receivedDay: '2026-03-09', kind: 'remark' },
        ...{ subject: 'admin_act', title: `Cuộc gọi ${n}`, content: 'Nội dung.', agencyCode: 'HG' },
        ...{ submitterType: 'individual', submitterName: 'Lê Văn Ba', submitterAddress: 'Xã Ngân Sơn' },
        ...more,
      });
    const lines = [
      good(1),
      good(2, { receivedDay: '2025-01-01' }),
      good(3, { agencyCode: 'KHONG-CO' }),
      good(4, { subject: 'weather' }),
      '{broken',
      good(6, { submitterName: '' }),
      good(7),
      good(7),
    ];
    const tried = await sent('tong-dai.jsonl', lines.join('\n'));
    expect(await last()).toMatchObject({ state: 'CHECKED', added: 2, known: 1, bad: 5 });
    expect((await last()).badLines.map(({ line, column }) => [line, column])).toEqual([
      ...[
        [2, 'receivedDay'],
        [3, 'agencyCode'],
        [4, 'subject'],
        [5, ''],
        [6, 'submitterName'],
      ],
    ]);
    expect(tried.text).toContain('Các dòng có lỗi');
    const list = await (await desk.as('tiepnhan')).download(`${PAGE}/nhap/${await lastId()}/loi.csv`);
    expect((list.body as Buffer).toString('utf8').split('\r\n')).toHaveLength(7);
    const before = await desk.house.reader.count(Feedback);
    await desk
      .as('tiepnhan')
      .then((browser) => browser.visit(`${PAGE}/nhap/${String(tried.url.split('/').at(-1))}`));
    await takenIn();
    expect(await desk.house.reader.count(Feedback)).toBe(before + 2);
    expect(await last()).toMatchObject({ state: 'DONE', added: 2, known: 1, bad: 5 });
    const item = await desk.house.reader.findOneByOrFail(Feedback, { title: 'Cuộc gọi 7' });
    expect(item).toMatchObject({
      state: 'SUBMITTED',
      channel: 'PHONE',
      externalNumber: 'TD-7',
      registerNumber: null,
    });
    await sent('tong-dai.jsonl', lines.join('\n'));
    expect(await last()).toMatchObject({ added: 0, known: 3, bad: 5 });
  });

  it('refuse what is no file of items, in words, and keep another’s imports to themselves', async () => {
    for (const [name, bytes, words] of [
      ['so-lieu.csv', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000'), 'ZIP'],
      ['khac.csv', Buffer.from('a,b\n1,2\n'), 'tên cột'],
      ['trong.csv', Buffer.from('\uFEFF'), 'trống'],
    ] as const)
      expect((await sent(name, bytes)).text).toContain(words);
    expect((await sent('khong.csv', '')).text).toMatch(/trống|chọn một tệp/);
    const other = await desk.as('dongson');
    expect((await other.visit(`${PAGE}/nhap/${await lastId()}`)).status).toBe(404);
  });
});
