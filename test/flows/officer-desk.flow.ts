import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/accounts/role.js';
import { Staff } from '../../src/accounts/staff.entity.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import type { Action } from '../../src/feedback/transition.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import { PAGE_ENGINES } from '../support/database.js';
import { decode } from '../support/html-form.js';
import { DeskHouse, REPLY } from '../support/desk-house.js';

const QUERY = (more: Record<string, string>): string => `/can-bo?${new URLSearchParams(more).toString()}`;

describe.each(PAGE_ENGINES)('the morning at the desk on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  async function take(code: string, action: Action, role: Role, input: TransitionInput = {}): Promise<void> {
    const { id, version } = await desk.item(code);
    const target = { id, expectedVersion: version };
    await desk.house.app.get(FeedbackService).transition(target, action, input, desk.ground.actors[role]);
  }

  /** @returns whether the person finds the item in that list. */
  async function sees(username: string, tab: string, code: string): Promise<boolean> {
    const { html } = await (await desk.as(username)).visit(QUERY({ tab, q: code }));
    return html.includes(`>${code}<`);
  }

  const idOf = async (username: string): Promise<number> =>
    (await desk.house.reader.findOneByOrFail(Staff, { username })).id;

  it('says to everybody what is to be done, and leaves out what others have', async () => {
    const code = await desk.submitted({ title: 'Sáng nay mới gửi' });
    const clerk = await (await desk.as('tiepnhan')).visit('/can-bo');
    expect(clerk.text).toContain('Cần làm');
    expect(clerk.text).toContain('Sáng nay mới gửi');
    expect((await (await desk.as('xuly')).visit('/can-bo')).text).not.toContain('Sáng nay mới gửi');
    await desk.done('tiepnhan', code, 'book');
    await take(code, 'assign', 'APPROVER', { assigneeId: await idOf('xuly') });
    expect((await (await desk.as('xuly')).visit('/can-bo')).text).toContain('Sáng nay mới gửi');
    expect((await (await desk.as('tiepnhan')).visit('/can-bo')).text).not.toContain('Sáng nay mới gửi');
    expect(await sees('xuly', 'mine', code)).toBe(true);
    expect(await sees('tiepnhan', 'unassigned', code)).toBe(false);
    await take(code, 'start', 'HANDLER');
    await take(code, 'draft', 'HANDLER', {
      reply: {
        body: 'Đã làm.',
        outcome: 'EXPLAINED',
        criteria: null,
        number: null,
        day: null,
        signatory: null,
      },
    });
    expect((await (await desk.as('lanhdao')).visit('/can-bo')).text).toContain('Sáng nay mới gửi');
    expect((await (await desk.as('xuly')).visit('/can-bo')).text).not.toContain('Sáng nay mới gửi');
  });

  it('has a list for what came back, until it is sent on again', async () => {
    const code = await desk.submitted({ title: 'Bị trả về một lần' });
    await desk.done('tiepnhan', code, 'book');
    await desk.done('tiepnhan', code, 'forward', { agency: 'HG-DS' });
    expect(await sees('tiepnhan', 'returned', code)).toBe(false);
    await desk.done('dongson', code, 'return', { reason: 'Không thuộc phường.' });
    expect(await sees('tiepnhan', 'returned', code)).toBe(true);
    expect((await desk.as('tiepnhan')).page.text).toContain('Bị trả lại');
    await desk.done('tiepnhan', code, 'forward', { agency: 'HG-DS' });
    expect(await sees('tiepnhan', 'returned', code)).toBe(false);
  });

  it('has lists for extensions and reopenings asked, and for questions to the own agency', async () => {
    const code = await desk.submitted({ title: 'Cần hỏi Sở Xây dựng' });
    await desk.done('tiepnhan', code, 'book');
    await take(code, 'start', 'HANDLER');
    await take(code, 'askExtension', 'HANDLER', { reason: 'Chờ hồ sơ.' });
    expect(await sees('lanhdao', 'extension', code)).toBe(true);
    const innerDay = '2026-03-12';
    await take(code, 'consult', 'HANDLER', {
      agencyId: desk.agencyId('HG-XD'),
      innerDay,
      question: 'Ý kiến?',
    });
    expect(await sees('soan', 'coordination', code)).toBe(true);
    expect((await desk.as('soan')).page.text).toContain('Cần ý kiến trước 12/03/2026');
    expect((await (await desk.as('soan')).visit('/can-bo')).text).toContain('Cần hỏi Sở Xây dựng');
    expect(await sees('dongson', 'all', code)).toBe(false);

    await take(code, 'declineExtension', 'APPROVER', { reason: 'Không cần.' });
    await desk.done('xuly', code, 'draft', REPLY);
    await desk.done('lanhdao', code, 'approve', {});
    await desk.citizen(code, 'rate', { rating: 'DISSATISFIED' });
    expect(await sees('giamsat', 'reopening', code)).toBe(false);
    await desk.citizen(code, 'askReopen', { content: 'Có giấy tờ mới.' });
    expect(await sees('giamsat', 'reopening', code)).toBe(true);
    expect((await desk.as('giamsat')).page.text).toContain('Đề nghị mở lại');
  });

  it('tells how many overdue items the figures do not count yet', async () => {
    const code = await desk.submitted({ agency: 'HG-BM', title: 'Quá hạn mà chưa vào sổ' });
    const { dueDay } = await desk.item(code);
    await desk.at(Date.parse(`${dueDay}T08:00:00+07:00`) + 86_400_000, async () => {
      const { text } = await (await desk.as('giamsat')).visit(QUERY({ tab: 'overdue', q: 'chưa vào sổ' }));
      expect(text).toContain('Trong đó 1 hồ sơ chưa vào sổ');
      const column = await (await desk.as('giamsat')).visit('/giam-sat/danh-sach?agency=HG-BM&column=16');
      expect(column.text).not.toContain('Quá hạn mà chưa vào sổ');
    });
  });

  it('combines filters, shows them as chips that can be taken away, and loses nothing that was mistyped', async () => {
    const title = 'Ngập nước đầu ngõ Cổ Bản';
    const code = await desk.submitted({ title, agency: 'HG-DS' });
    await desk.submitted({ title: 'Ngập nước đầu ngõ khác' });
    const watcher = await desk.as('giamsat');
    const filters = {
      tab: 'open',
      q: 'ngập nước',
      agency: 'HG-DS',
      channel: 'WEB',
      receivedFrom: '10/03/2026',
    };
    const found = await watcher.visit(QUERY(filters));
    expect(found.status).toBe(200);
    expect(found.text).toContain(code);
    expect(found.text).not.toContain('đầu ngõ khác');
    for (const chip of ['Từ tìm: “ngập nước”', 'Cơ quan xử lý: ', 'Gửi từ ngày: 10/03/2026'])
      expect(found.text).toContain(chip);
    const without = [...found.html.matchAll(/class="chip" href="([^"]+)"/g)].map(([, href = '']) =>
      decode(href),
    );
    expect(without).toHaveLength(4);
    expect(without.some((href) => !href.includes('agency='))).toBe(true);
    const wider = await watcher.visit(without.find((href) => !href.includes('agency=')) ?? '');
    expect(wider.text).toContain('đầu ngõ khác');
    expect((await watcher.visit(QUERY({ ...filters, state: 'IN_PROGRESS' }))).text).not.toContain(code);
    expect(
      (await watcher.visit(QUERY({ ...filters, assignee: 'none', dueFrom: '2026-03-10' }))).text,
    ).toContain(code);

    const bad = await watcher.visit(
      QUERY({
        ...filters,
        receivedFrom: '31/02/2026',
        dueFrom: '2026-03-10',
        dueTo: '2026-03-01',
        channel: 'CHIM',
      }),
    );
    expect(bad.status).toBe(422);
    for (const words of ['cần một ngày có thật', 'Ngày cuối phải từ ngày đầu trở đi.', 'Kênh gửi'])
      expect(bad.text).toContain(words);
    expect(bad.html).toContain('value="31/02/2026"');
    expect(bad.html).toContain('<details class="details" open');
    expect(bad.text).toContain(code);
    const unknown = await watcher.visit(QUERY({ tab: 'open', agency: 'KHONG-CO' }));
    expect(unknown.text).toContain('Không có cơ quan này');
  });

  it('shows pages of 50 by key: nothing twice, nothing left out while items come and go', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 53; i++)
      codes.push(await desk.submitted({ title: `Trang dài số ${i}`, agency: 'HG-TL' }));
    const watcher = await desk.as('giamsat');
    const shown = (): string[] => codes.filter((code) => watcher.page.html.includes(`>${code}<`));
    const link = (rel: string): string =>
      decode(new RegExp(`rel="${rel}" href="([^"]+)"`).exec(watcher.page.html)?.[1] ?? '');
    for (const sort of ['received', '-received', '-priority', 'due', '-changed']) {
      await watcher.visit(QUERY({ tab: 'open', q: 'trang dài số', sort }));
      const first = shown();
      expect([sort, first.length]).toEqual([sort, 50]);
      await watcher.visit(link('next'));
      expect([...first, ...shown()].sort()).toEqual([...codes].sort());
      expect(link('next')).toBe('');
      await watcher.visit(link('prev'));
      expect(shown()).toEqual(first);
    }
    await watcher.visit(QUERY({ tab: 'open', q: 'trang dài số' }));
    const [gone = ''] = shown();
    const next = link('next');
    await desk.citizen(gone, 'withdraw', {});
    const before = shown();
    await watcher.visit(next);
    expect(shown().filter((code) => before.includes(code))).toEqual([]);
    expect(shown()).toHaveLength(3);
    expect((await watcher.visit(QUERY({ tab: 'open', q: 'trang dài số', after: 'x~y' }))).status).toBe(200);
    expect(shown()).toHaveLength(50);
  });

  it('keeps filters with their counts, under names of the own', async () => {
    await desk.submitted({ title: 'Đèn đường phố Lọc' });
    const clerk = await desk.as('tiepnhan');
    await clerk.visit(QUERY({ tab: 'open', q: 'phố Lọc' }));
    const kept = await clerk.submit({ name: 'Đèn đường' }, '/can-bo/bo-loc');
    expect(kept.text).toContain('Đã lưu bộ lọc “Đèn đường”.');
    expect((await clerk.visit('/can-bo')).text).toMatch(/Đèn đường\s*1/);
    expect((await (await desk.as('xuly')).visit('/can-bo')).text).not.toContain('Đèn đường 1');
    await clerk.visit(QUERY({ tab: 'open', q: 'phố' }));
    const taken = await clerk.submit({ name: 'Đèn đường' }, '/can-bo/bo-loc');
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('đã có bộ lọc mang tên này');
    await clerk.submit({ name: 'Phố xá' }, '/can-bo/bo-loc');
    const list = await clerk.visit('/can-bo/bo-loc');
    const [rename = ''] = list.forms.flatMap(({ action }) => (/bo-loc\/\d+$/.test(action) ? [action] : []));
    expect((await clerk.submit({ name: 'Phố xá' }, rename)).status).toBe(422);
    expect((await clerk.submit({ name: 'Đèn' }, rename)).text).toContain('Đã đổi tên');
    const stranger = await desk.as('xuly');
    await stranger.visit('/tai-khoan');
    await stranger.post(`${rename}/xoa`, `_csrf=${stranger.csrf}`);
    expect((await clerk.visit('/can-bo')).text).toMatch(/Đèn\s*1/);
    await clerk.visit('/can-bo/bo-loc');
    await clerk.submit({}, `${rename}/xoa`);
    expect((await clerk.visit('/can-bo')).text).not.toMatch(/Đèn\s*1/);
  });

  it('tells nobody of an item about the own conduct: no row, no count, no kept filter', async () => {
    const code = await desk.submitted({ title: 'Thái độ cán bộ xử lý' });
    await desk.done('tiepnhan', code, 'book');
    const handler = await desk.as('xuly');
    const address = QUERY({ tab: 'open', q: 'thái độ cán bộ' });
    expect((await handler.visit(address)).text).toContain(code);
    await handler.submit({ name: 'Thái độ' }, '/can-bo/bo-loc');
    expect((await handler.visit('/can-bo')).text).toMatch(/Thái độ\s*1/);
    await take(code, 'concern', 'APPROVER', {
      concernsStaffId: await idOf('xuly'),
      reason: 'Theo nội dung.',
    });
    const after = await handler.visit(address);
    expect(after.text).not.toContain(code);
    expect(after.text).toMatch(/Tất cả đang mở\s*0/);
    expect((await handler.visit('/can-bo')).text).toMatch(/Thái độ\s*0/);
    expect(await sees('lanhdao', 'open', code)).toBe(true);
  });
});
