import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Staff } from '../../src/accounts/staff.entity.js';
import { KeptDraft } from '../../src/handling/kept-draft.entity.js';
import { KeptDrafts } from '../../src/handling/kept-drafts.service.js';
import { Note } from '../../src/handling/note.entity.js';
import { PresenceBoard } from '../../src/handling/presence-board.service.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import type { BrowserPage } from '../support/browser-agent.js';
import { lookUp } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';
import { decode } from '../support/html-form.js';
import { DeskHouse, REPLY, stepAddress } from '../support/desk-house.js';

const MINUTE = 60_000;
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe.each(PAGE_ENGINES)('one item at the desk on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  const itemAt = async (username: string, code: string): Promise<BrowserPage> =>
    (await desk.as(username)).visit(`/can-bo/ho-so/${code}`);
  const citizenSees = (code: string): Promise<BrowserPage> =>
    lookUp(desk.house.browser(), { code, pin: desk.house.app.get(TrackingPin).of(code) });
  const drafts = async (code: string): Promise<KeptDraft[]> =>
    desk.house.reader.findBy(KeptDraft, { feedbackId: (await desk.item(code)).id });

  async function started(): Promise<string> {
    const code = await desk.submitted();
    await desk.done('tiepnhan', code, 'book');
    await desk.done('xuly', code, 'start');
    return code;
  }

  it('lets a handler ask for an extension, on which somebody else decides with the reason in sight', async () => {
    const code = await started();
    await desk.done('xuly', code, 'askExtension', { reason: 'Chờ kết quả đo đạc.' });
    const asked = await (await desk.as('lanhdao')).visit(stepAddress(code, 'declineExtension'));
    expect(asked.text).toContain('Chờ kết quả đo đạc.');
    expect(asked.text).toContain('Trần Văn Bình');
    await desk.done('lanhdao', code, 'declineExtension', { reason: 'Chưa đủ căn cứ.' });
    expect((await desk.item(code)).deadline.extension).toBeNull();
    await desk.done('xuly', code, 'askExtension', { reason: 'Mưa bão.' });
    expect((await itemAt('xuly', code)).text).toContain('Đã có đề nghị gia hạn đang chờ');
    const { dueDay } = await desk.item(code);
    await desk.done('lanhdao', code, 'extend', { reason: 'Đồng ý do mưa bão.' });
    expect((await desk.item(code)).dueDay > dueDay).toBe(true);
    expect((await citizenSees(code)).text).not.toContain('Chờ kết quả đo đạc.');
  });

  it('asks another agency by an inner day; its officers see the item, answer, and nothing else', async () => {
    const code = await started();
    const question = 'Khu đất này có trong quy hoạch không?';
    const late = { agency: 'HG-XD', innerDay: '01/01/2030', question };
    const refused = await desk.step('xuly', code, 'consult', late);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('id="innerDay-error"');
    expect(refused.html).toContain(question);
    await desk.done('xuly', code, 'consult', { ...late, innerDay: '12/03/2026' });

    const other = await itemAt('soan', code);
    expect(other.text).toContain(question);
    expect(other.text).not.toContain('0912345678');
    expect(other.html).not.toContain(`"${stepAddress(code, 'draft')}"`);
    await desk.at(Date.parse('2026-03-17T09:00:00+07:00'), async () => {
      expect((await itemAt('xuly', code)).text).toContain('Quá 3 ngày làm việc');
    });
    const form = await (await desk.as('soan')).visit(stepAddress(code, 'contribute'));
    expect(form.text).toContain(question);
    await desk.done('soan', code, 'contribute', { content: 'Có, quy hoạch đất ở từ năm 2020.' });
    const lead = await itemAt('xuly', code);
    expect(lead.text).toContain('Có, quy hoạch đất ở từ năm 2020.');
    expect(lead.text).toContain('Đã có ý kiến');
    expect(lead.text).toContain('Hỏi: Sở Xây dựng, cần ý kiến trước hết ngày 12/03/2026');
    const citizen = await citizenSees(code);
    expect(citizen.text).toContain('Chờ lâu ở bộ phận một cửa');
    for (const secret of [question, 'quy hoạch đất ở', 'Sở Xây dựng'])
      expect(citizen.text).not.toContain(secret);
  });

  it('keeps notes among officers, with files, and takes back none', async () => {
    const code = await started();
    const address = `/can-bo/ho-so/${code}/ghi-chu`;
    const browser = await desk.as('xuly');
    await browser.visit(`/can-bo/ho-so/${code}`);
    const long = await browser.submit({ body: 'dài '.repeat(1_300) }, address);
    expect(long.status).toBe(422);
    expect(long.html).toContain('dài dài');
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%%EOF');
    await browser.visit(`/can-bo/ho-so/${code}`);
    const odd = await browser.upload(
      { body: 'Đã gọi điện hẹn gặp.' },
      [{ name: 'x.exe', bytes: pdf }],
      address,
    );
    expect(odd.status).toBe(422);
    expect(odd.html).toContain('Đã gọi điện hẹn gặp.');
    const png = { name: 'bản vẽ.png', bytes: Buffer.from(PNG, 'base64') };
    const done = await browser.upload({}, [png], address);
    expect(done.text).toContain('Đã thêm ghi chú.');
    const read = await itemAt('tiepnhan', code);
    expect(read.text).toContain('Đã gọi điện hẹn gặp.');
    expect(read.text).toContain('bản vẽ.png');
    const citizen = await citizenSees(code);
    for (const inside of ['hẹn gặp', 'bản vẽ']) expect(citizen.text).not.toContain(inside);
    const { id } = await desk.item(code);
    expect(await desk.house.reader.countBy(Note, { feedbackId: id })).toBe(1);
    expect((await (await desk.as('phuong')).visit(`/can-bo/ho-so/${code}`)).status).toBe(404);
    expect(
      (await (await desk.as('phuong')).post(address, `_csrf=${await csrfOf('phuong')}&body=x`)).status,
    ).toBe(404);
  });

  const csrfOf = async (username: string): Promise<string> => {
    await (await desk.as(username)).visit('/can-bo');
    return (await desk.as(username)).csrf;
  };

  it('keeps a draft for another device, until the step is done', async () => {
    const code = await started();
    const address = stepAddress(code, 'draft');
    const first = await desk.as('xuly');
    await first.visit(address);
    const kept = await first.submit(
      { body: 'Bản nháp thứ nhất', outcome: 'EXPLAINED', keep: 'save' },
      address,
    );
    expect(kept.text).toContain('Đã lưu nháp lúc 08:00 10/03/2026.');
    const second = await desk.signedIn('xuly');
    const again = await second.visit(address);
    expect(again.text).toContain('Đây là bản nháp Ông/Bà lưu lúc 08:00 10/03/2026');
    expect(again.html).toContain('Bản nháp thứ nhất');
    expect((await (await desk.signedIn('soan')).visit(address)).html).not.toContain('Bản nháp');

    // As the page's script keeps it.
    await second.post(
      `/can-bo/ho-so/${code}/nhap/draft`,
      new URLSearchParams({ _csrf: second.csrf, body: 'Bản thứ hai', expectedVersion: '3' }).toString(),
    );
    expect((await drafts(code)).map(({ fields }) => fields.body)).toEqual(['Bản thứ hai']);
    await desk.done('xuly', code, 'draft', REPLY);
    expect(await drafts(code)).toEqual([]);
    // A page that keeps once more while its step is being done brings nothing back.
    const { staffId, id } = { staffId: await staffIdOf('xuly'), id: (await desk.item(code)).id };
    const place = { staffId, feedbackId: id, form: 'draft' };
    expect(await desk.house.app.get(KeptDrafts).keep(place, { body: 'quá muộn' }, 3)).toBeNull();
    expect(await drafts(code)).toEqual([]);
  });

  const staffIdOf = async (username: string): Promise<number> =>
    (await desk.house.reader.findOneByOrFail(Staff, { username })).id;

  it('keeps what was typed when somebody was faster, forgets it when told to, and when the item ends', async () => {
    const code = await started();
    const address = stepAddress(code, 'draft');
    const slow = await desk.as('xuly');
    await slow.visit(address);
    await desk.done('lanhdao', code, 'remind', { reason: 'Đề nghị làm sớm.' });
    const told = await slow.submit({ ...REPLY, body: 'Đã soạn nửa chừng' }, address);
    expect(told.status).toBe(409);
    const opened = await (await desk.signedIn('xuly')).visit(address);
    expect(opened.html).toContain('Đã soạn nửa chừng');
    const dropped = await slow.submit({ keep: 'drop' }, address);
    expect(dropped.html).not.toContain('Đã soạn nửa chừng');
    expect(await drafts(code)).toEqual([]);

    await slow.submit({ body: 'Lại soạn', keep: 'save' }, address);
    expect(await drafts(code)).toHaveLength(1);
    await desk.citizen(code, 'withdraw', {});
    expect(await drafts(code)).toEqual([]);
  });

  it('says who else has it open, and warns two who draft the same reply', async () => {
    const code = await started();
    const address = stepAddress(code, 'draft');
    await desk.done('tiepnhan', code, 'remind', { reason: 'Đề nghị làm sớm.' });
    await (await desk.as('xuly')).visit(address);
    const seen = await itemAt('lanhdao', code);
    expect(seen.text).toContain('Đang mở: Trần Văn Bình (đang soạn trả lời)');
    expect((await (await desk.as('xuly')).visit(`/can-bo/ho-so/${code}`)).text).toContain('Đang mở: ');
    const { clock } = desk.house;
    clock.advance(3 * MINUTE);
    expect((await itemAt('lanhdao', code)).text).not.toContain('Đang mở');
    // Whoever may not take the step is not at it; whoever may is, and the other one is warned.
    await (await desk.as('lanhdao')).visit(address);
    expect((await (await desk.as('xuly')).visit(address)).text).not.toContain('xin trao đổi trước');
    clock.advance(MINUTE);
    const { id } = await desk.item(code);
    await desk.house.app.get(PresenceBoard).seen(id, await staffIdOf('tiepnhan'), 'draft');
    expect((await (await desk.as('xuly')).visit(address)).text).toContain('xin trao đổi trước');
  });

  it('leads back to the very list one came from, and to no other place', async () => {
    const code = await started();
    const browser = await desk.as('xuly');
    const list = '/can-bo?tab=inProgress&scope=all';
    const queue = await browser.visit(list);
    const linkIn = ({ html }: BrowserPage, start: string): string =>
      Array.from(html.matchAll(/href="([^"]+)"/g), ([, href = '']) => decode(href)).find((href) =>
        href.startsWith(start),
      ) ?? '';
    const item = await browser.visit(linkIn(queue, `/can-bo/ho-so/${code}?tu=`));
    expect(linkIn(item, '/can-bo?')).toBe(list);
    await browser.visit(linkIn(item, `${stepAddress(code, 'requestInfo')}?tu=`));
    const after = await browser.submit({ question: 'Số giấy hẹn?' }, stepAddress(code, 'requestInfo'));
    expect(after.url).toContain('tu=%2Fcan-bo%3Ftab%3DinProgress');
    for (const elsewhere of ['https://evil.example/', '//evil.example', '/quan-tri', '/can-bo/ho-so/x']) {
      const page = await browser.visit(`/can-bo/ho-so/${code}?tu=${encodeURIComponent(elsewhere)}`);
      expect(linkIn(page, elsewhere)).toBe('');
      expect(linkIn(page, `${stepAddress(code, 'requestInfo')}?`)).toBe('');
      expect(page.html).toContain('<a href="/can-bo">');
    }
  });
});
