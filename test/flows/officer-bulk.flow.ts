import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Staff } from '../../src/accounts/staff.entity.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import type { BrowserPage } from '../support/browser-agent.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';

const BULK = '/can-bo/hang-loat';

describe.each(PAGE_ENGINES)('many items at once on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  const idOf = async (username: string): Promise<string> =>
    String((await desk.house.reader.findOneByOrFail(Staff, { username })).id);
  const keyOf = async (code: string): Promise<string> => {
    const { id, version } = await desk.item(code);
    return `${id}.${version}`;
  };
  const booked = async (title: string): Promise<string> => {
    const code = await desk.submitted({ title });
    await desk.done('tiepnhan', code, 'book');
    return code;
  };
  /** From the list: the boxes are ticked, a button is pressed. */
  async function choose(username: string, step: string, codes: readonly string[]): Promise<BrowserPage> {
    const keys = await Promise.all(codes.map(keyOf));
    const browser = await desk.as(username);
    await browser.visit('/can-bo?tab=open');
    return browser.submit({ item: keys, do: step }, BULK);
  }
  const steps = async (code: string): Promise<string[]> => {
    const { id } = await desk.item(code);
    const entries = await desk.house.reader.find(JournalEntry, {
      where: { feedbackId: id },
      order: { seq: 'ASC' },
    });
    return entries.map(({ action }) => action);
  };

  it('assigns those that stand as they were seen, says why not of the others, and twice sent is once done', async () => {
    const codes = [await booked('Gán một'), await booked('Gán hai'), await booked('Gán ba')];
    const clerk = await desk.as('tiepnhan');
    await choose('tiepnhan', 'assign', codes);
    expect(clerk.page.text).toContain('3 hồ sơ được chọn');
    expect(clerk.page.text).toContain('hồ sơ đang mở');
    const keys = await Promise.all(codes.map(keyOf));
    await desk.done('xuly', codes[1] ?? '', 'start'); // somebody is faster
    await clerk.visit(`${BULK}?do=assign&${keys.map((key) => `item=${key}`).join('&')}`);
    expect(clerk.page.text).toContain('1 hồ sơ không thực hiện được');
    const body = new URLSearchParams([
      ['_csrf', clerk.csrf],
      ['do', 'assign'],
      ['assignee', await idOf('xuly')],
      ...keys.map((key): [string, string] => ['item', key]),
    ]).toString();
    const result = await clerk.post(BULK, body);
    expect(result.text).toContain('Đã thực hiện với 2 hồ sơ.');
    expect(result.text).toContain('1 hồ sơ không thực hiện được');
    expect(result.text).toMatch(/Gán hai.*vừa được người khác thay đổi/);
    expect(await steps(codes[0] ?? '')).toEqual(['submit', 'book', 'assign']);
    expect(await steps(codes[1] ?? '')).toEqual(['submit', 'book', 'start']);
    expect((await clerk.post(BULK, body)).text).toContain('3 hồ sơ không thực hiện được');
    expect(await steps(codes[0] ?? '')).toEqual(['submit', 'book', 'assign']);
  });

  it('forwards, reminds and books; what a step needs is asked for without losing the choice', async () => {
    const [one, two] = [await booked('Chuyển một'), await booked('Chuyển hai')];
    const clerk = await desk.as('tiepnhan');
    await choose('tiepnhan', 'forward', [one, two]);
    const found = await clerk.submit({ agencyQuestion: 'dong son', find: 'agency' }, BULK);
    expect(found.html).toContain('value="HG-DS"');
    expect((await clerk.submit({ agency: '', agencyQuestion: '' }, BULK)).status).toBe(422);
    expect((await clerk.submit({ agency: 'HG-DS' }, BULK)).text).toContain('Đã thực hiện với 2 hồ sơ.');
    expect((await desk.item(two)).handlingAgencyId).toBe(desk.agencyId('HG-DS'));

    await choose('giamsat', 'remind', [one, two]);
    const watcher = await desk.as('giamsat');
    expect((await watcher.submit({ reason: '' }, BULK)).status).toBe(422);
    expect((await watcher.submit({ reason: 'Đề nghị trả lời.' }, BULK)).text).toContain('với 2 hồ sơ');

    const fresh: string[] = [];
    for (let i = 0; i < 49; i++) fresh.push(await desk.submitted({ title: `Vào sổ ${i}` }));
    await choose('tiepnhan', 'book', [...fresh, one]);
    expect(clerk.page.text).toContain('1 hồ sơ không thực hiện được');
    expect((await clerk.submit({}, BULK)).text).toContain('với 49 hồ sơ');
    const numbers = await Promise.all(fresh.map(async (code) => (await desk.item(code)).registerNumber));
    expect(new Set(numbers).size).toBe(49);
    expect(numbers).not.toContain(null);
  });

  it('does nothing without a choice, beyond fifty, or with what is not the person’s to see', async () => {
    const code = await desk.submitted({ title: 'Của phường khác', agency: 'HG-TT' });
    const stranger = await desk.as('dongson');
    const key = await keyOf(code);
    const page = await stranger.visit(`${BULK}?do=accept&item=${key}`);
    expect(page.text).not.toContain('Của phường khác');
    expect(page.text).not.toContain(code);
    await stranger.visit('/can-bo/vang-mat');
    const body = `_csrf=${encodeURIComponent(stranger.csrf)}&do=book&item=${key}`;
    const result = await stranger.post(BULK, body);
    expect(result.text).toContain('Một hồ sơ không còn hoặc ngoài phạm vi');
    expect(result.text).not.toContain('Của phường khác');
    expect((await desk.item(code)).state).toBe('SUBMITTED');
    expect((await stranger.visit(`${BULK}?do=accept`)).text).toContain('Hãy chọn ít nhất một hồ sơ');
    const many = Array.from({ length: 51 }, (_, i) => `item=${i + 1}.1`).join('&');
    expect((await stranger.visit(`${BULK}?do=accept&${many}`)).text).toContain('tối đa 50 hồ sơ');
    expect((await stranger.visit(`${BULK}?do=accept&item=1;DROP&list=%26`)).text).toContain('Hãy chọn');
  });

  it('gives one item to somebody, to oneself by one press, and tells who was faster', async () => {
    const code = await booked('Giao từng việc');
    const handler = await desk.as('xuly');
    const address = `/can-bo/ho-so/${code}/assign`;
    const item = await handler.visit(`/can-bo/ho-so/${code}`);
    expect(item.text).toContain('Tôi nhận việc này');
    const taken = await handler.submit({}, address);
    expect(taken.text).toContain(`Đã giao hồ sơ ${code} cho Trần Văn Bình`);
    const clerk = await desk.as('tiepnhan');
    await clerk.visit(address);
    expect(clerk.page.text).toContain('đang giao cho Trần Văn Bình');
    expect((await clerk.submit({ assignee: '' }, address)).status).toBe(422);
    expect((await clerk.submit({ assignee: await idOf('dongson') }, address)).status).toBe(422);
    await desk.done('lanhdao', code, 'extend', { reason: 'Cần thêm ý kiến.' });
    const late = await clerk.submit(
      { assignee: await idOf('tiepnhan2'), reason: 'Theo phân công.' },
      address,
    );
    expect(late.status).toBe(409);
    expect(late.html).toContain('Theo phân công.');
    expect((await clerk.submit({}, address)).text).toContain('cho Vũ Văn Hai');
    expect((await desk.item(code)).assigneeId).toBe(Number(await idOf('tiepnhan2')));
    expect((await (await desk.as('dongson')).visit(address)).status).toBe(404);
  });

  it('offers the substitute of whoever is away, and shows the items on the substitute’s desk', async () => {
    const code = await booked('Việc của người vắng');
    const away = await desk.as('tiepnhan2');
    await away.visit('/can-bo/vang-mat');
    const wrong = await away.submit({ fromDay: '12/03/2026', toDay: '11/03/2026' }, '/can-bo/vang-mat');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="2026-03-12"');
    const substitute = await idOf('xuly');
    const days = { fromDay: '10/03/2026', toDay: '12/03/2026' };
    expect(
      (await away.submit({ ...days, substitute: await idOf('dongson') }, '/can-bo/vang-mat')).status,
    ).toBe(422);
    expect((await away.submit({ ...days, substitute }, '/can-bo/vang-mat')).text).toContain('Đang vắng mặt');
    expect((await away.submit({ ...days, substitute }, '/can-bo/vang-mat')).text).toContain(
      'đã báo vắng mặt',
    );

    const clerk = await desk.as('tiepnhan');
    const address = `/can-bo/ho-so/${code}/assign`;
    await clerk.visit(address);
    expect(clerk.page.text).toContain('vắng mặt đến 12/03/2026, Trần Văn Bình làm thay');
    const offered = await clerk.submit({ assignee: await idOf('tiepnhan2') }, address);
    expect(offered.status).toBe(422);
    expect(offered.text).toContain('Trần Văn Bình làm thay và đã được chọn sẵn');
    expect(offered.html).toContain(`value="${substitute}" selected`);
    await clerk.submit({ assignee: await idOf('tiepnhan2') }, address);
    expect((await desk.item(code)).assigneeId).toBe(Number(await idOf('tiepnhan2')));

    const handler = await desk.as('xuly');
    const mine = await handler.visit('/can-bo?tab=mine');
    expect(mine.text).toContain('Việc của người vắng');
    expect(mine.text).toContain('Làm thay');
    expect((await handler.visit('/can-bo/vang-mat')).text).toContain('đang làm thay Vũ Văn Hai');
    const end = (await away.visit('/can-bo/vang-mat')).forms.find(({ action }) =>
      action.endsWith('/ket-thuc'),
    );
    await away.submit({}, end?.action);
    expect((await handler.visit('/can-bo?tab=mine')).text).not.toContain('Việc của người vắng');
  });

  it('hands over all open items of somebody, warns before a suspension, and lets nobody else do it', async () => {
    const held = [await booked('Bàn giao một'), await booked('Bàn giao hai')];
    const clerk = await desk.as('tiepnhan');
    await choose('tiepnhan', 'assign', held);
    await clerk.submit({ assignee: await idOf('tiepnhan2') }, BULK);
    const person = await idOf('tiepnhan2');
    const admin = await desk.as('quantri');
    expect((await admin.visit(`/quan-tri/tai-khoan/${person}`)).text).toMatch(/còn \d+ hồ sơ đang mở/);
    expect((await clerk.visit('/can-bo/ban-giao')).status).toBe(403);

    const head = await desk.as('lanhdao');
    const page = await head.visit(`/can-bo/ban-giao?from=${person}`);
    expect(page.text).toMatch(/Hồ sơ đang mở của Vũ Văn Hai: \d/);
    expect((await head.submit({ to: '' })).status).toBe(422);
    await head.visit(`/can-bo/ban-giao?from=${person}`);
    const result = await head.post(
      '/can-bo/ban-giao',
      `_csrf=${encodeURIComponent(head.csrf)}&from=${person}&to=${await idOf('xuly')}`,
    );
    expect(result.text).toContain('Bàn giao một');
    expect(result.text).toContain('Đã thực hiện với');
    for (const code of held) expect((await desk.item(code)).assigneeId).toBe(Number(await idOf('xuly')));
    expect((await admin.visit(`/quan-tri/tai-khoan/${person}`)).text).not.toMatch(/còn \d+ hồ sơ/);
  });
});
