import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RoutingRule } from '../../src/routing/routing-rule.entity.js';
import type { BrowserAgent, BrowserPage } from '../support/browser-agent.js';
import { ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';

const LIST = '/quan-tri/dinh-tuyen';
const NEW = `${LIST}/moi`;
const LAND = { name: 'Đất đai về Sở', words: 'đất đai\nsổ đỏ', agency: 'HG-NNMT' };

describe.each(ENGINES)('rules of routing on %s', (engine) => {
  const desk = new DeskHouse();
  let admin: BrowserAgent;

  beforeAll(async () => {
    await desk.open(engine);
    admin = await desk.as('quantri');
  });
  afterAll(() => desk.close());

  async function add(fields: Record<string, string | undefined>): Promise<BrowserPage> {
    await admin.visit(NEW);
    return admin.submit(fields, NEW);
  }
  const rules = (): Promise<RoutingRule[]> =>
    desk.house.reader.find(RoutingRule, { order: { position: 'ASC' } });
  async function press(name: string, step: string): Promise<BrowserPage> {
    const rule = (await rules()).find((one) => one.name === name);
    await admin.visit(LIST);
    return admin.submit({}, `${LIST}/quy-tac/${rule?.id ?? 0}/${step}`);
  }
  const order = async (): Promise<string[]> =>
    (await rules()).map(({ name, active }) => `${active ? '+' : '-'}${name}`);

  it('are kept by those who administer the whole installation', async () => {
    expect((await admin.visit(LIST)).text).toContain('Chưa có quy tắc nào');
    expect((await (await desk.as('tiepnhan')).visit(LIST)).status).toBe(403);
  });

  it('are tried on past items before they count, without a word of them', async () => {
    const code = await desk.submitted({ title: 'Chậm cấp sổ đỏ', content: 'Chuyện riêng của tôi' });
    await desk.submitted({ title: 'Chờ lâu', content: 'Không ai gọi tên' });
    const page = await add(LAND);
    expect(page.url).toMatch(/quy-tac\/\d+\/thu$/);
    expect(page.text).toContain('Khớp khi xét riêng 1');
    expect(page.text).toContain('Khác cơ quan đã giải quyết 1');
    expect(page.text).toContain(code);
    expect(page.text).not.toMatch(/Chậm cấp|Chuyện riêng/);
    expect(await order()).toEqual(['-Đất đai về Sở']);
    expect((await press('Đất đai về Sở', 'bat')).text).toContain('Đã bật quy tắc');
    const all = await admin.visit(`${LIST}/thu?n=500`);
    expect(all.text).toContain('Không khớp quy tắc nào: 1 nội dung');
  });

  it('are ordered; a new one stands before the one for everything else', async () => {
    await add({ name: 'Còn lại', everythingElse: 'on', agency: 'HG' });
    await press('Còn lại', 'bat');
    await add({ name: 'Khai sinh', words: 'khai sinh', agency: 'HG-TP' });
    expect(await order()).toEqual(['+Đất đai về Sở', '-Khai sinh', '+Còn lại']);
    await press('Khai sinh', 'xuong');
    const page = await admin.visit(LIST);
    expect(page.text).toContain('Không bao giờ được xét tới: quy tắc “Còn lại”');
    await press('Khai sinh', 'len');
    await press('Khai sinh', 'len');
    expect(await order()).toEqual(['-Khai sinh', '+Đất đai về Sở', '+Còn lại']);
  });

  it('refuse what makes no sense, beside the field, and keep what was typed', async () => {
    for (const [fields, said] of [
      [{ name: '', words: 'đất', agency: 'HG' }, 'Tên quy tắc'],
      [{ name: 'X', agency: 'HG' }, 'Hãy nêu ít nhất một điều kiện'],
      [{ name: 'X', words: '…', agency: 'HG' }, 'chưa có chữ nào'],
      [{ name: 'X', words: 'nhà', agency: '' }, 'một cơ quan đang hoạt động'],
      [{ name: 'X', words: 'nhà', agency: 'HG-H01' }, 'một cơ quan đang hoạt động'],
      [{ name: 'X', words: 'nhà', agency: 'KHONG' }, 'một cơ quan đang hoạt động'],
      [{ name: 'X', words: 'nhà', everythingElse: 'on', agency: 'HG' }, 'không đi cùng điều kiện khác'],
      [{ name: 'X', procedureQuestion: 'khai', agency: 'HG' }, 'Hãy chọn thủ tục trong danh sách'],
      [{ name: 'X', procedureCode: '9.999999', agency: 'HG' }, 'Hãy chọn thủ tục trong danh sách'],
      [{ name: 'X', words: 'a\n'.repeat(31), agency: 'HG' }, 'Tối đa 30 dòng'],
      [{ name: 'X', words: 'nhà', fieldId: 'chữ', agency: 'HG' }, 'Lĩnh vực'],
      [{ name: 'X', words: 'nhà', fieldId: '99999999999', agency: 'HG' }, 'Lĩnh vực'],
      [{ name: 'X', words: 'nhà', fieldId: '2000000000', agency: 'HG' }, 'không còn trong danh mục'],
      [{ name: 'Y'.repeat(121), words: 'nhà', agency: 'HG' }, '120'],
    ] as const) {
      await admin.visit(NEW);
      const page = await admin.submit(fields, NEW);
      expect([page.status, fields, page.text.includes(said)]).toEqual([422, fields, true]);
    }
    await admin.visit(NEW);
    const kept = await admin.submit({ name: 'Giữ lại tôi', place: 'xã xa', agency: '' }, NEW);
    expect(kept.html).toContain('value="Giữ lại tôi"');
    expect(kept.html).toContain('>xã xa</textarea>');
    expect(await rules()).toHaveLength(3);
  });

  it('do not contradict each other while both are on', async () => {
    await add({ ...LAND, name: 'Đất đai khác', words: 'SỔ ĐỎ\nđất đai', agency: 'HG-XD' });
    expect((await press('Đất đai khác', 'bat')).text).toContain('chuyển đến cơ quan khác');
    await press('Đất đai về Sở', 'tat');
    expect((await press('Đất đai khác', 'bat')).text).toContain('Đã bật quy tắc');
    expect((await press('Đất đai về Sở', 'bat')).text).toContain('chuyển đến cơ quan khác');
    const [stored] = await desk.house.reader.findBy(RoutingRule, { name: 'Đất đai về Sở' });
    await admin.visit(`${LIST}/quy-tac/${stored?.id ?? 0}`);
    const changed = await admin.submit(
      { name: 'Đất đai về Sở', agency: 'HG-XD' },
      `${LIST}/quy-tac/${stored?.id ?? 0}`,
    );
    expect(changed.text).toContain('Đã lưu quy tắc');
  });

  it('are removed only while they are off, and nobody overwrites another', async () => {
    await expect(press('Còn lại', 'xoa')).rejects.toThrow();
    const [rule] = await desk.house.reader.findBy(RoutingRule, { name: 'Khai sinh' });
    const address = `${LIST}/quy-tac/${rule?.id ?? 0}`;
    const page = await admin.visit(address);
    expect(page.html).toContain('>khai sinh</textarea>');
    await admin.submit({ note: 'Công văn 1' }, address);
    await admin.visit(address);
    for (const version of ['1', '', 'chữ', '9999999999', '-1']) {
      await admin.visit(address);
      expect([version, (await admin.submit({ note: 'Công văn 2', version }, address)).status]).toEqual([
        version,
        422,
      ]);
    }
    expect((await desk.house.reader.findOneByOrFail(RoutingRule, { name: 'Khai sinh' })).note).toBe(
      'Công văn 1',
    );
    await press('Khai sinh', 'xoa');
    expect((await order()).join()).not.toContain('Khai sinh');
    for (const lost of [`${LIST}/quy-tac/999999`, `${LIST}/quy-tac/x`, address])
      expect((await admin.visit(lost)).status).toBe(404);
    expect((await admin.visit(`${LIST}/thu?n=99999999`)).status).toBe(422);
  });
});
