import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Attachment } from '../../src/feedback/attachment.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { Submitter } from '../../src/feedback/submitter.entity.js';
import type { BrowserPage } from '../support/browser-agent.js';
import { kept, lookUp } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';
import { pdf } from '../support/made-files.js';

const FORM = '/can-bo/nhap';
/** A letter that lay a week; today is Tuesday 10/03/2026. */
const LETTER = {
  channel: 'POST',
  receivedDay: '03/03/2026',
  kind: 'REMARK',
  subject: 'ADMIN_ACT',
  title: 'Chờ lâu ở bộ phận một cửa',
  content: 'Tôi chờ hai giờ mà chưa được gọi tên, máy lấy số hỏng từ tuần trước.',
  name: 'Nguyễn Thị Đào',
  address: 'Số 5, ngõ 12 Láng Hạ',
  phone: '0912 345 678',
} as const;
type Typed = Readonly<Record<string, string>>;

describe.each(PAGE_ENGINES)('intake by staff on %s', (engine) => {
  const desk = new DeskHouse();
  let phones = 0;
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  /** A letter of somebody else each time, so that none is told twice. */
  const letter = (changes: Typed = {}): Typed => ({
    ...LETTER,
    phone: `09${String(10_000_000 + ++phones)}`,
    title: `${LETTER.title} ${phones}`,
    ...changes,
  });
  async function enter(changes: Typed = {}, person = 'tiepnhan'): Promise<BrowserPage> {
    const agent = await desk.as(person);
    await agent.visit(FORM);
    return agent.submit(letter(changes), FORM);
  }
  const itemOf = (page: BrowserPage): Promise<Feedback> => desk.item(kept(page).code);
  const firstEntry = ({ id }: Feedback): Promise<JournalEntry> =>
    desk.house.reader.findOneByOrFail(JournalEntry, { feedbackId: id, seq: 1 });

  it('counts the promise from the day of receipt and the books from the day of entry', async () => {
    const page = await enter();
    expect(page.url).toContain('/can-bo/nhap/bien-nhan/PAKN-');
    const item = await itemOf(page);
    const first = await firstEntry(item);
    expect(item).toMatchObject({ channel: 'POST', state: 'SUBMITTED', urgency: 'NORMAL' });
    expect(item.deadline.start).toBe('2026-03-03');
    expect(item.submittedAt).toBe(Date.parse('2026-03-03T00:00:00+07:00'));
    expect([first.effectiveAt, first.recordedAt]).toEqual([item.submittedAt, desk.house.clock.now()]);
    expect([first.actorKind, first.actorAgencyId]).toEqual(['staff', desk.agencyId('HG')]);
  });

  it('prints the citizen’s receipt, whose code and PIN open the item', async () => {
    const page = await enter();
    for (const words of ['BIÊN NHẬN', '03/03/2026', 'Bưu chính', 'Hẹn trả lời chậm nhất'])
      expect(page.text).toContain(words);
    expect(page.headers['cache-control']).toBe('no-store');
    const opened = await lookUp(desk.house.browser(), kept(page));
    expect(opened.url).toBe('/tra-cuu/ho-so');
    expect(opened.text).toContain('03/03/2026');
    expect(opened.text).not.toContain('00:00');
  });

  it('shows the PIN to whoever entered it, that day, and to nobody else', async () => {
    const page = await enter();
    const { code, pin } = kept(page);
    const own = await desk.as('tiepnhan');
    expect((await own.visit(page.url)).html).toContain(pin);
    expect((await own.visit(`/can-bo/ho-so/${code}`)).html).not.toContain(pin);
    expect((await (await desk.as('tiepnhan2')).visit(page.url)).status).toBe(404);
    expect((await (await desk.as('xuly')).visit(page.url)).status).toBe(403);
    const sent = await desk.submitted();
    expect((await own.visit(`/can-bo/nhap/bien-nhan/${sent}`)).status).toBe(404);
    const late = Date.parse('2026-03-11T00:00:00+07:00');
    await desk.at(late, async () => {
      const again = await (await desk.as('tiepnhan')).visit(page.url);
      expect([again.status, again.html.includes(pin)]).toEqual([404, false]);
    });
  });

  it('books at once when asked, under a number of its own', async () => {
    const page = await enter({ booked: 'yes', urgency: 'URGENT' });
    const item = await itemOf(page);
    expect(item).toMatchObject({ state: 'RECEIVED', version: 2, urgency: 'URGENT' });
    expect(item.registerNumber).not.toBeNull();
    expect(page.text).toContain(item.registerNumber ?? '–');
  });

  it.each([
    ['tomorrow', { receivedDay: '11/03/2026' }, 'không được sau hôm nay'],
    ['sixty-one days ago', { receivedDay: '08/01/2026' }, 'quá 60 ngày'],
    ['no day', { receivedDay: '31/02/2026' }, 'Ngày nhận'],
    ['no channel', { channel: '' }, 'Nhận qua'],
    ['the web', { channel: 'WEB' }, 'Nhận qua'],
    ['no name', { name: '' }, 'Chưa có tên'],
    ['no address', { address: '' }, 'Chưa có địa chỉ'],
    ['a phone that is none', { phone: 'tám' }, 'số điện thoại'],
    ['a procedure that is none', { procedureCode: '9.999999' }, 'Không có thủ tục này'],
    ['an agency outside', { agencyCode: 'VPCP' }, 'không được giao tiếp nhận'],
    ['a head’s regulation', { subject: 'ADMIN_REGULATION', aboutHead: 'yes' }, 'quy định'],
    ['booked without a name', { name: '', incomplete: 'yes', booked: 'yes' }, 'chưa vào sổ được'],
  ])('refuses %s beside the field and keeps everything', async (_, wrong, words) => {
    const count = await desk.house.reader.count(Feedback);
    const page = await enter({ ...wrong, place: 'Phường Láng Hạ' });
    expect([page.status, page.url]).toEqual([422, FORM]);
    expect(page.html).toContain(`id="${Object.keys(wrong).at(-1)}-error"`);
    expect(page.text).toContain(words);
    const { values } = (await desk.as('tiepnhan')).form(FORM);
    expect(values).toMatchObject({ content: LETTER.content, place: 'Phường Láng Hạ' });
    expect(await desk.house.reader.count(Feedback)).toBe(count);
  });

  it('takes sixty days back, and a letter without a telephone number', async () => {
    const item = await itemOf(await enter({ receivedDay: '2026-01-09', phone: '', email: 'Dao@Vidu.VN' }));
    expect(item.deadline.start).toBe('2026-01-09');
    const { phone, email } = await desk.house.reader.findOneByOrFail(Submitter, { feedbackId: item.id });
    expect([phone, email]).toEqual(['', 'dao@vidu.vn']);
  });

  it('keeps what nobody has signed, and leads to the refusal', async () => {
    const page = await enter({ name: '', address: '', phone: '', incomplete: 'yes' });
    const { code } = kept(page);
    expect(page.html).toContain(`/can-bo/ho-so/${code}/refuse`);
    const told = { refusalReason: 'MISSING_IDENTITY', reason: 'Đơn không ghi tên, địa chỉ.' };
    await desk.done('tiepnhan', code, 'refuse', told);
    expect((await desk.item(code)).state).toBe('REFUSED');
  });

  it('makes one item of a double click', async () => {
    const agent = await desk.as('tiepnhan');
    await agent.visit(FORM);
    const values = agent.form(FORM).values as Record<string, string>;
    const body = new URLSearchParams({ ...values, ...letter() }).toString();
    const codes = (await Promise.all([agent.post(FORM, body), agent.post(FORM, body)])).map(
      (page) => kept(page).code,
    );
    const again = await agent.post(FORM, body);
    expect(new Set([...codes, kept(again).code]).size).toBe(1);
    expect(again.text).toContain('đã được lưu trước đó');
  });

  it('finds procedures and agencies without script, and only where the officer takes in', async () => {
    const agent = await desk.as('tiepnhan');
    await agent.visit(FORM);
    const asked = await agent.submit({ ...letter(), agencyQuestion: 'xay dung', find: 'agencyCode' }, FORM);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Sở Xây dựng');
    const chosen = await agent.submit({ agencyCode: 'HG-XD', agencyQuestion: '' }, FORM);
    expect((await itemOf(chosen)).intakeAgencyId).toBe(desk.agencyId('HG-XD'));
    const east = await desk.as('dongson');
    await east.visit(FORM);
    expect(east.form(FORM).values).toMatchObject({ agencyCode: 'HG-DS' });
    const outside = JSON.parse((await east.visit('/can-bo/nhap/co-quan?q=xay%20dung')).html) as object;
    expect(outside).toEqual({ results: [] });
  });

  it('is for intake officers alone', async () => {
    for (const person of ['xuly', 'lanhdao', 'giamsat', 'hoidong', 'quantri'])
      expect((await (await desk.as(person)).visit(FORM)).status).toBe(403);
    expect((await desk.house.browser().visit(FORM)).url).toContain('/dang-nhap');
  });

  it('takes scans along with a form at fault, and stores them with the item', async () => {
    const agent = await desk.as('tiepnhan');
    await agent.visit(FORM);
    const scan = { name: 'đơn.pdf', bytes: pdf() };
    const faulty = await agent.upload(letter({ name: '' }), [scan], FORM);
    expect([faulty.status, faulty.text.includes('đơn.pdf')]).toEqual([422, true]);
    const item = await itemOf(await agent.submit({ name: LETTER.name }, FORM));
    const files = await desk.house.reader.findBy(Attachment, { feedbackId: item.id });
    expect(files).toEqual([expect.objectContaining({ name: 'đơn.pdf', purpose: 'SCAN', seq: 1 })]);
  });
});
