import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Staff } from '../../src/accounts/staff.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { Attachment } from '../../src/feedback/attachment.entity.js';
import { send, SUBMISSION } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';
import { pdf } from '../support/made-files.js';
import { DeskHouse, stepAddress } from '../support/desk-house.js';

describe.each(PAGE_ENGINES)('conduct on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  const staffId = async (username: string): Promise<number> =>
    (await desk.house.reader.findOneByOrFail(Staff, { username })).id;
  const actions = async (code: string): Promise<string[]> => {
    const { id } = await desk.item(code);
    const entries = await desk.house.reader.find(JournalEntry, {
      where: { feedbackId: id },
      order: { seq: 'ASC' },
    });
    return entries.map(({ action }) => action);
  };
  async function name(by: string, code: string, person: string): Promise<void> {
    const fields = { person: String(await staffId(person)), reason: 'Người gửi nêu rõ họ tên.' };
    const page = await desk.step(by, code, 'concern', fields);
    expect([page.status, page.text.includes('Đã ghi nhận người bị phản ánh')]).toEqual([200, true]);
  }
  /** An item on the books of the department of construction. */
  async function atConstruction(title: string): Promise<string> {
    const code = await desk.submitted({ title });
    await desk.done('tiepnhan', code, 'book');
    await desk.done('tiepnhan', code, 'forward', { agency: 'HG-XD' });
    return code;
  }

  it('of a head goes to the superior agency, and the citizen reads so before sending', async () => {
    const browser = desk.house.browser();
    await browser.visit('/gui');
    const head = {
      agencyCode: 'HG-XD',
      concernedName: 'Ông Phạm Văn X, Giám đốc',
      aboutHead: 'on',
      place: 'Trụ sở Sở',
    };
    const check = await browser.submit({ ...SUBMISSION, ...head });
    expect(check.text).toContain(
      'Nội dung này sẽ được chuyển đến Ủy ban nhân dân tỉnh Hòa Giang vì nội dung về người đứng đầu Sở Xây dựng tỉnh Hòa Giang',
    );
    await browser.submit();
    const item = await desk.house.reader.findOneByOrFail(Feedback, { concernedName: head.concernedName });
    expect(item).toMatchObject({ intakeAgencyId: desk.agencyId('HG'), aboutHead: true, place: 'Trụ sở Sở' });
    expect(item.proposal).toMatchObject({ source: 'superior', agencyId: desk.agencyId('HG') });
    expect((await (await desk.as('duyet')).visit(`/can-bo/ho-so/${item.code}`)).status).toBe(404);
    expect((await (await desk.as('tiepnhan')).visit(`/can-bo/ho-so/${item.code}`)).text).toContain(
      'Người bị phản ánh là người đứng đầu cơ quan',
    );
  });

  it('of the head of the top, and of nobody in particular, is taken in and passed on by people', async () => {
    for (const [agencyCode, said] of [
      ['HG', 'Chưa có cơ quan cấp trên tiếp nhận trực tuyến'],
      ['UNKNOWN', 'Ông/Bà chưa chọn cơ quan'],
    ] as const) {
      const browser = desk.house.browser();
      await browser.visit('/gui');
      expect((await browser.submit({ ...SUBMISSION, agencyCode, aboutHead: 'on' })).text).toContain(said);
      expect((await browser.submit()).url).toBe('/gui/xong');
    }
  });

  it('is hidden from the person everywhere', async () => {
    const title = 'Chuyên viên lớn tiếng tại quầy';
    const sender = desk.house.browser();
    await sender.visit('/gui');
    await sender.upload({ ...SUBMISSION, title }, [{ name: 'don.pdf', bytes: pdf() }], '/gui/kiem-tra');
    const { code } = await send(sender);
    const file = await desk.house.reader.findOneByOrFail(Attachment, { name: 'don.pdf' });
    const download = async (who: string): Promise<number> =>
      (await (await desk.as(who)).download(`/can-bo/ho-so/${code}/tep/${file.id}`)).status;
    await desk.done('tiepnhan', code, 'book');
    await desk.done('tiepnhan', code, 'start');
    const handler = await desk.as('xuly');
    expect(await download('xuly')).toBe(200);
    const before = await handler.visit('/can-bo?tab=open&scope=all');
    expect((await handler.visit(`/can-bo?q=${code}&scope=all`)).text).toContain(title);
    await name('lanhdao', code, 'xuly');
    for (const address of [`/can-bo/ho-so/${code}`, stepAddress(code, 'draft'), stepAddress(code, 'concern')])
      expect([address, (await handler.visit(address)).status]).toEqual([address, 404]);
    expect([await download('xuly'), await download('lanhdao')]).toEqual([404, 200]);
    for (const list of [
      '/can-bo',
      '/can-bo?scope=all',
      `/can-bo?q=${code}&scope=all`,
      '/can-bo?q=lon+tieng&scope=all',
    ])
      expect([list, (await handler.visit(list)).text.includes(title)]).toEqual([list, false]);
    const after = await handler.visit('/can-bo?tab=open&scope=all');
    expect(after.text).not.toEqual(before.text);
    expect((await (await desk.as('lanhdao')).visit(`/can-bo/ho-so/${code}`)).text).toContain(
      'giữ kín với người bị phản ánh: Trần Văn Bình',
    );
    expect(await actions(code)).not.toContain('toSuperior');
    const assigned = await desk.step('lanhdao', code, 'assign', { assignee: String(await staffId('xuly')) });
    expect(assigned.status).toBe(422);
  });

  it('hides what was merged into it with it: the copy says the same and names its code', async () => {
    const title = 'Nhân viên tại quầy bỏ đi giữa giờ';
    const [code, copy] = [await desk.submitted({ title }), await desk.submitted({ title })];
    await desk.done('tiepnhan', code, 'book');
    await desk.done('tiepnhan', copy, 'merge', { masterCode: code });
    const handler = await desk.as('xuly');
    const seen = async (): Promise<number> => (await handler.visit(`/can-bo/ho-so/${copy}`)).status;
    expect(await seen()).toBe(200);
    await name('lanhdao', code, 'xuly');
    expect(await seen()).toBe(404);
    expect((await handler.visit(`/can-bo?q=${copy}&scope=all&tab=all`)).text).not.toContain(title);
    expect((await (await desk.as('lanhdao')).visit(`/can-bo/ho-so/${copy}`)).text).toContain(code);
  });

  it('of a supervisor is not named in the lists behind the numbers', async () => {
    const code = await desk.submitted({ title: 'Phó chủ tịch hẹn rồi không tiếp' });
    await desk.done('tiepnhan', code, 'book');
    const supervisor = await desk.as('giamsat');
    const list = '/giam-sat/danh-sach?from=2026-03-01&to=2026-03-31&agency=HG&column=14';
    expect((await supervisor.visit(list)).text).toContain(code);
    await name('tiepnhan', code, 'giamsat');
    expect((await supervisor.visit(list)).text).not.toContain(code);
    expect((await supervisor.visit(`/can-bo/ho-so/${code}`)).status).toBe(404);
  });

  it('does not name its officer to the person when all is handed over', async () => {
    const code = await desk.submitted({ title: 'Phó chủ tịch nhận hồ sơ thay người khác' });
    await desk.done('tiepnhan', code, 'book');
    await desk.done('tiepnhan', code, 'assign', { assignee: String(await staffId('tiepnhan2')) });
    const holder = `value="${await staffId('tiepnhan2')}"`;
    const listed = async (): Promise<boolean> =>
      (await (await desk.as('giamsat')).visit('/can-bo/ban-giao')).html.includes(holder);
    expect(await listed()).toBe(true);
    await name('lanhdao', code, 'giamsat');
    expect(await listed()).toBe(false);
  });

  it('of the one who approves there goes above in the same step', async () => {
    const code = await atConstruction('Giám đốc Sở gây khó dễ');
    await name('tiepnhan', code, 'duyet');
    expect(await actions(code)).toEqual(['submit', 'book', 'forward', 'concern', 'toSuperior']);
    expect(await desk.item(code)).toMatchObject({
      handlingAgencyId: desk.agencyId('HG'),
      state: 'FORWARDED',
    });
    expect((await (await desk.as('tiepnhan')).visit(`/can-bo/ho-so/${code}`)).text).toContain(
      'được chuyển đến cơ quan cấp trên',
    );
    // Sent back there, it comes up again at once.
    const back = await desk.step('giamsat', code, 'reassign', { agency: 'HG-XD', reason: 'Thử' });
    expect(back.status).toBe(200);
    expect((await actions(code)).slice(-2)).toEqual(['reassign', 'toSuperior']);
  });

  it('named before booking goes above as soon as it is booked', async () => {
    const code = await desk.submitted({ agency: 'HG-XD', title: 'Lãnh đạo Sở không tiếp dân' });
    await name('tiepnhan', code, 'duyet');
    expect(await actions(code)).toEqual(['submit', 'concern']);
    await desk.done('tiepnhan', code, 'book');
    expect((await actions(code)).slice(-2)).toEqual(['book', 'toSuperior']);
    expect((await desk.item(code)).handlingAgencyId).toBe(desk.agencyId('HG'));
  });

  it('of the head of the top stays, and the others are told', async () => {
    const code = await desk.submitted({ title: 'Chánh Văn phòng thiếu tôn trọng' });
    await desk.done('tiepnhan', code, 'book');
    await name('tiepnhan', code, 'lanhdao');
    expect(await actions(code)).toEqual(['submit', 'book', 'concern']);
    expect((await (await desk.as('giamsat')).visit(`/can-bo/ho-so/${code}`)).text).toContain(
      'không có cơ quan cấp trên trong hệ thống',
    );
    expect((await (await desk.as('lanhdao')).visit(`/can-bo/ho-so/${code}`)).status).toBe(404);
  });

  it('names only people who could be meant, with grounds', async () => {
    const code = await desk.submitted({ title: 'Không nêu tên' });
    const address = stepAddress(code, 'concern');
    const browser = await desk.as('tiepnhan');
    const { html } = await browser.visit(address);
    expect(html).toContain('Lê Thị Hạnh · Chánh Văn phòng');
    for (const [fields, status] of [
      [{ person: '', reason: 'x' }, 422],
      [{ person: '999999', reason: 'x' }, 422],
      [{ person: '0', reason: 'x' }, 422],
      [{ person: 'abc', reason: 'x' }, 422],
      [{ person: String(await staffId('dongson')), reason: 'x' }, 422],
      [{ person: String(await staffId('xuly')), reason: ' ' }, 422],
      [{ person: String(await staffId('xuly')), reason: 'x', expectedVersion: '9' }, 409],
    ] as const) {
      await browser.visit(address);
      expect([fields, (await browser.submit(fields, address)).status]).toEqual([fields, status]);
    }
    expect((await (await desk.as('phuong')).visit(address)).status).toBe(404);
    await name('tiepnhan', code, 'xuly');
    await desk.step('tiepnhan', code, 'concern', { person: '0', reason: 'Nhầm người' });
    expect((await desk.item(code)).concernsStaffId).toBeNull();
  });
});
