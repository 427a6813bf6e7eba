import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reply } from '../../src/feedback/reply.entity.js';
import { ReplyTemplate } from '../../src/handling/reply-template.entity.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import type { BrowserAgent } from '../support/browser-agent.js';
import { lookUp } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse, REPLY, stepAddress } from '../support/desk-house.js';
import { type ReadPdf, readPdf } from '../support/pdf-text.js';

const TEMPLATES = '/can-bo/mau-tra-loi';
const WORDS = {
  name: 'Xin lỗi vì chậm',
  outcome: '',
  body: 'Kính gửi {xưng hô} {người gửi},\nvề hồ sơ {mã hồ sơ} gửi ngày {ngày gửi}: {cơ quan} xin lỗi.',
};

describe.each(PAGE_ENGINES)('the reply on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  async function started(more: Parameters<DeskHouse['submitted']>[0] = {}): Promise<string> {
    const code = await desk.submitted(more);
    await desk.done('tiepnhan', code, 'book');
    await desk.done('xuly', code, 'start');
    return code;
  }

  async function taken(agent: BrowserAgent, url: string): Promise<{ status: number; pdf: ReadPdf }> {
    const answer = await agent.download(url);
    const { status } = answer;
    const headers = answer.headers as Record<string, string>;
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[a-z-]+PAKN-[\w-]+\.pdf"$/);
    expect(headers['cache-control']).toBe('no-store');
    return { status, pdf: readPdf(answer.body as Buffer) };
  }

  const opened = async (code: string): Promise<BrowserAgent> => {
    const citizen = desk.house.browser();
    await lookUp(citizen, { code, pin: desk.house.app.get(TrackingPin).of(code) });
    return citizen;
  };

  it('begins with a template whose gaps are filled, and loses nothing that was typed', async () => {
    const keeper = await desk.as('lanhdao');
    await keeper.visit(`${TEMPLATES}/moi`);
    const odd = await keeper.submit({ ...WORDS, body: 'Số {số điện thoại}' }, `${TEMPLATES}/moi`);
    expect(odd.status).toBe(422);
    expect(odd.text).toContain('Không có chỗ điền này: {số điện thoại}.');
    const looked = await keeper.submit({ ...WORDS, act: 'look' }, `${TEMPLATES}/moi`);
    expect(looked.text).toContain('Kính gửi Ông/Bà Nguyễn Thị Đào,');
    expect(await desk.house.reader.count(ReplyTemplate)).toBe(0);
    const list = await keeper.submit(WORDS, `${TEMPLATES}/moi`);
    expect(list.url).toBe(TEMPLATES);
    expect(list.text).toContain('Xin lỗi vì chậm');

    const code = await started();
    const address = stepAddress(code, 'draft');
    const handler = await desk.as('xuly');
    await handler.visit(address);
    const [template] = await desk.house.reader.find(ReplyTemplate);
    const typed = { body: 'Câu đã gõ.', outcome: 'EXPLAINED', number: '7/VP' };
    const put = await handler.submit({ ...typed, template: String(template?.id), insert: '1' }, address);
    expect(put.status).toBe(200);
    const form = handler.form(address).values;
    expect(form.body).toBe(
      `Câu đã gõ.\n\nKính gửi Ông/Bà Nguyễn Thị Đào,\nvề hồ sơ ${code} gửi ngày 10/03/2026: Ủy ban nhân dân tỉnh Hòa Giang xin lỗi.`,
    );
    expect(form).toMatchObject({ outcome: 'EXPLAINED', number: '7/VP' });
  });

  it('keeps an agency’s templates to its own subtree, and retired ones to nobody', async () => {
    const [template] = await desk.house.reader.find(ReplyTemplate);
    const address = `${TEMPLATES}/${template?.id}`;
    expect((await (await desk.as('soan')).visit(address)).status).toBe(404);
    expect((await (await desk.as('soan')).visit(TEMPLATES)).text).not.toContain('Xin lỗi vì chậm');
    expect((await (await desk.as('xuly')).visit(TEMPLATES)).status).toBe(403);
    const other = await desk.as('soan');
    await other.visit(`${TEMPLATES}/moi`);
    const foreign = await other.submit(
      { ...WORDS, agencyId: String(desk.agencyId('HG')) },
      `${TEMPLATES}/moi`,
    );
    expect(foreign.status).toBe(422);
    expect(foreign.text).toContain('không soạn mẫu cho cơ quan này');

    const code = await started();
    const offered = async (): Promise<string> =>
      (await (await desk.as('xuly')).visit(stepAddress(code, 'draft'))).html;
    expect(await offered()).toContain('Xin lỗi vì chậm');
    const keeper = await desk.as('lanhdao');
    await keeper.visit(address);
    await keeper.submit({ act: 'retire' }, address);
    expect(await offered()).not.toContain('Xin lỗi vì chậm');
    await keeper.visit(address);
    await keeper.submit({ act: 'restore' }, address);
    expect(await offered()).toContain('Xin lỗi vì chậm');
  });

  it('is a document: a draft for officers, then the citizen’s with number, day and signatory of the approval', async () => {
    const code = await started({ title: 'Chậm cấp phép' });
    const officers = `/can-bo/ho-so/${code}/tra-loi.pdf`;
    const citizens = '/tra-cuu/ho-so/tra-loi.pdf';
    const citizen = await opened(code);
    expect((await (await desk.as('xuly')).visit(officers)).status).toBe(404);
    await desk.done('xuly', code, 'draft', { ...REPLY, number: '', day: '', signatory: '' });
    const draft = await taken(await desk.as('xuly'), officers);
    expect(draft.pdf.text).toContain('DỰ THẢO');
    expect((await citizen.visit(citizens)).status).toBe(404);

    const approver = await desk.as('lanhdao');
    await approver.visit(stepAddress(code, 'approve'));
    const signed = { number: '88/UBND-VP', day: '10/03/2026', signatory: 'Lê Thị Hạnh, Phó Chủ tịch' };
    await approver.submit(signed, stepAddress(code, 'approve'));
    const { replyId } = await desk.item(code);
    const reply = await desk.house.reader.findOneByOrFail(Reply, { id: replyId ?? 0 });
    expect(reply).toMatchObject({ number: '88/UBND-VP', day: '2026-03-10', body: REPLY.body });

    await citizen.visit('/tra-cuu/ho-so');
    expect(citizen.page.html).toContain(citizens);
    const { pdf } = await taken(citizen, citizens);
    for (const words of [
      'ỦY BAN NHÂN DÂN\nTỈNH HÒA GIANG',
      'Số: 88/UBND-VP',
      'Hòa Giang, ngày 10 tháng 3 năm 2026',
      'Kính gửi: Ông/Bà Nguyễn Thị Đào',
      REPLY.body,
      'PHÓ CHỦ TỊCH',
      'Lê Thị Hạnh',
    ])
      expect(pdf.text).toContain(words);
    expect(pdf.text).not.toContain('DỰ THẢO');
    expect(pdf.title).toBe(`Trả lời ${code}: Chậm cấp phép`);
    expect((await desk.house.browser().visit(citizens)).status).toBe(404);
    expect((await citizen.visit(`${citizens}?lan=2`)).status).toBe(404);
    expect((await (await desk.as('dongson')).visit(officers)).status).toBe(404);
  });

  it('goes to the submitter of a merged item under the own code', async () => {
    const master = await started();
    const twin = await desk.submitted({ title: 'Cũng chờ lâu' });
    await desk.done('tiepnhan', twin, 'merge', { masterCode: master });
    await desk.done('xuly', master, 'draft', REPLY);
    await desk.done('lanhdao', master, 'approve', {});
    const { pdf } = await taken(await opened(twin), '/tra-cuu/ho-so/tra-loi.pdf');
    expect(pdf.title).toBe(`Trả lời ${twin}: Cũng chờ lâu`);
    expect(pdf.text).toContain(REPLY.body);
    expect(pdf.text).not.toContain(master);
  });

  it('comes with files, and stays readable beside the one that follows a reopening', async () => {
    const code = await started();
    const address = stepAddress(code, 'draft');
    const handler = await desk.as('xuly');
    await handler.visit(address);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const missing = await handler.upload(
      { ...REPLY, body: '' },
      [{ name: 'bản đồ.png', bytes: png }],
      address,
    );
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('bản đồ.png');
    await handler.submit({ body: 'Trả lời lần một.' }, address);
    expect((await (await desk.as('lanhdao')).visit(stepAddress(code, 'approve'))).html).toContain(
      'bản đồ.png',
    );
    await desk.done('lanhdao', code, 'approve', {});
    await desk.citizen(code, 'rate', { rating: 'DISSATISFIED', words: 'Chưa rõ.' });
    await desk.citizen(code, 'askReopen', { content: 'Tôi có thêm giấy hẹn.' });

    const superior = await desk.as('giamsat');
    const item = await superior.visit(`/can-bo/ho-so/${code}`);
    expect(item.text).toContain('Người gửi đề nghị mở lại');
    const decide = await superior.visit(stepAddress(code, 'declineReopen'));
    expect(decide.text).toContain('Tôi có thêm giấy hẹn.');
    expect(decide.text).toContain('Trả lời lần một.');
    await desk.done('giamsat', code, 'reopen', { reason: 'Có tình tiết mới.' });
    await desk.done('xuly', code, 'draft', { ...REPLY, body: 'Trả lời lần hai.' });
    const after = await handler.visit(`/can-bo/ho-so/${code}`);
    expect(after.text).toContain('Trả lời lần hai.');
    expect(after.text).toContain('Trả lời trước đây');
    expect(after.text).toContain('Trả lời lần một.');
    const earlier =
      /href="([^"]+tra-loi\.pdf\?ban[^"]+)"/.exec(after.html)?.[1]?.replace('&#x3D;', '=') ?? '';
    expect((await taken(handler, earlier)).pdf.text).toContain('Trả lời lần một.');
    const citizen = await taken(await opened(code), '/tra-cuu/ho-so/tra-loi.pdf');
    expect(citizen.pdf.text).toContain('Trả lời lần một.');
    expect(citizen.pdf.text).not.toContain('lần hai');
  });
});
