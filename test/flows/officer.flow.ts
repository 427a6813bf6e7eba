import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reply } from '../../src/feedback/reply.entity.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse, REPLY, stepAddress } from '../support/desk-house.js';

describe.each(PAGE_ENGINES)('the desk on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  it('takes an item the whole way, with everybody at their own step', async () => {
    const code = await desk.submitted({ title: 'Cấp phép xây dựng chậm' });
    const queue = await (await desk.as('tiepnhan')).visit('/can-bo?tab=submitted');
    expect(queue.text).toContain('Cấp phép xây dựng chậm');

    const booked = await desk.done('tiepnhan', code, 'book');
    expect(booked.url).toBe(`/can-bo/ho-so/${code}`);
    expect(booked.text).toContain(`Đã tiếp nhận, vào sổ – hồ sơ ${code}`);
    expect((await desk.item(code)).registerNumber).toBe('00001/2026/TN-HG');
    expect(booked.text).toContain('00001/2026/TN-HG');

    // Without script: the button in the form finds agencies, then one of them is chosen.
    const clerk = await desk.as('tiepnhan');
    const forward = stepAddress(code, 'forward');
    await clerk.visit(forward);
    const found = await clerk.submit({ agencyQuestion: 'dong son', find: 'agency' }, forward);
    expect(found.status).toBe(200);
    expect(found.html).toContain('value="HG-DS"');
    await clerk.submit({ agency: 'HG-DS' }, forward);
    expect((await desk.item(code)).handlingAgencyId).toBe(desk.agencyId('HG-DS'));

    await desk.done('dongson', code, 'return', { reason: 'Không thuộc thẩm quyền của phường.' });
    await desk.done('tiepnhan', code, 'forward', { agency: 'HG-DS' });
    await desk.done('dongson', code, 'return', { reason: 'Vẫn không thuộc thẩm quyền.' });
    const stuck = await clerk.visit(`/can-bo/ho-so/${code}`);
    expect(stuck.text).toContain('đã bị trả lại 2 lần');
    expect(stuck.html).not.toContain(`href="${forward}"`);
    expect((await clerk.visit(forward)).status).toBe(409);

    await desk.done('giamsat', code, 'reassign', { agency: 'HG-XD', reason: 'Sở Xây dựng chủ trì.' });
    await desk.done('soan', code, 'accept');
    await desk.done('soan', code, 'requestInfo', { question: 'Số giấy hẹn là bao nhiêu?' });
    expect((await desk.item(code)).state).toBe('NEEDS_INFO');
    await desk.citizen(code, 'supplement', { content: 'Giấy hẹn số 123.' });

    await desk.done('soan', code, 'draft', REPLY);
    const drafter = await desk.as('soan');
    const own = await drafter.visit(`/can-bo/ho-so/${code}`);
    expect(own.text).toContain('Người soạn kết quả không được tự duyệt');
    expect(own.html).not.toContain(`"${stepAddress(code, 'approve')}"`);

    await desk.done('duyet', code, 'sendBack', { reason: 'Ghi rõ ngày khắc phục.' });
    const again = await drafter.visit(stepAddress(code, 'draft'));
    expect(again.html).toContain(REPLY.body);
    await drafter.submit({ body: `${REPLY.body} Đã khắc phục ngày 09/03.` }, stepAddress(code, 'draft'));
    const approval = await (await desk.as('duyet')).visit(stepAddress(code, 'approve'));
    expect(approval.text).toContain('Đã khắc phục ngày 09/03.');
    const answered = await desk.done('duyet', code, 'approve', {});

    const item = await desk.item(code);
    expect(item.state).toBe('ANSWERED');
    const reply = await desk.house.reader.findOneByOrFail(Reply, { id: item.replyId ?? 0 });
    expect(reply).toMatchObject({ number: '12/SXD-VP', day: '2026-03-10', criteria: null });
    for (const words of [
      'Không thuộc thẩm quyền của phường.',
      'Số giấy hẹn là bao nhiêu?',
      'Giấy hẹn số 123.',
      'Đến: Sở Xây dựng',
      'Ngô Văn Soạn, Chuyên viên',
      'Ghi rõ ngày khắc phục.',
    ])
      expect(answered.text).toContain(words);
  });

  it('refuses with a reason, redirects, merges, reclassifies, extends', async () => {
    const refused = await desk.submitted();
    const fields = { refusalReason: 'UNCLEAR', reason: 'Xin nêu rõ nơi nộp hồ sơ.' };
    const page = await desk.done('tiepnhan', refused, 'refuse', fields);
    expect(page.text).toContain('Nội dung không rõ ràng');
    expect((await desk.item(refused)).state).toBe('REFUSED');

    const redirected = await desk.submitted();
    await desk.done('tiepnhan', redirected, 'redirect', {
      redirection: 'DENUNCIATION',
      reason: 'Gửi Thanh tra.',
    });
    expect((await desk.item(redirected)).state).toBe('REDIRECTED');

    const master = await desk.submitted();
    await desk.done('tiepnhan', master, 'book');
    const twin = await desk.submitted();
    const merged = await desk.done('tiepnhan', twin, 'merge', { masterCode: master.toLowerCase() });
    expect(merged.text).toContain(`Gộp vào hồ sơ ${master}`);

    await desk.done('giamsat', master, 'reclassify', { subject: 'BOTH', reason: 'Có cả quy định.' });
    expect((await desk.item(master)).subject).toBe('BOTH');
    const { dueDay } = await desk.item(master);
    await desk.done('lanhdao', master, 'extend', { reason: 'Cần ý kiến Sở Tư pháp.' });
    expect((await desk.item(master)).dueDay > dueDay).toBe(true);
    const once = await (await desk.as('lanhdao')).visit(`/can-bo/ho-so/${master}`);
    expect(once.text).toContain('đã được gia hạn một lần');
  });

  it('leads to the queue when a step takes the item out of the person’s sight', async () => {
    const code = await desk.submitted();
    await desk.done('tiepnhan', code, 'book');
    const page = await desk.done('xuly', code, 'redirect', {
      redirection: 'COMPLAINT',
      reason: 'Gửi đơn khiếu nại.',
    });
    expect(page.url).toBe('/can-bo');
    expect(page.text).toContain('Đã hướng dẫn sang khiếu nại, tố cáo');
    expect((await (await desk.as('xuly')).visit(`/can-bo/ho-so/${code}`)).status).toBe(404);
  });

  it('asks for the six criteria of a regulation', async () => {
    const code = await desk.submitted({ subject: 'ADMIN_REGULATION' });
    await desk.done('tiepnhan', code, 'book');
    await desk.done('xuly', code, 'start');
    const draft = { ...REPLY, outcome: 'EXPLAINED_KEEP' };
    const missing = await desk.step('xuly', code, 'draft', { ...draft, NECESSITY: 'MET' });
    expect(missing.status).toBe(422);
    expect(missing.html).not.toContain('id="NECESSITY-error"');
    expect(missing.html).toContain('id="TREATIES-error"');
    const rest = { REASONABLE_LEGAL: 'MET', SIMPLE_CLEAR: 'NOT_MET', FEASIBLE: 'MET', CONSISTENT: 'MET' };
    await desk.done('xuly', code, 'draft', {
      ...draft,
      NECESSITY: 'MET',
      ...rest,
      TREATIES: 'NOT_CONCERNED',
    });
    expect((await (await desk.as('lanhdao')).visit(`/can-bo/ho-so/${code}`)).text).toContain(
      'Không liên quan',
    );
  });

  describe('two people on one item', () => {
    it('tell the second who did what, and keep the typed text', async () => {
      const code = await desk.submitted();
      const slow = await desk.as('tiepnhan');
      const address = stepAddress(code, 'requestInfo');
      await slow.visit(address);
      await desk.done('tiepnhan2', code, 'book');
      const told = await slow.submit({ question: 'Ông/Bà nộp ở đâu?' }, address);
      expect(told.status).toBe(409);
      expect(told.text).toContain('Hồ sơ đã thay đổi trong lúc Ông/Bà đang làm');
      expect(told.text).toContain('Vũ Văn Hai, Chuyên viên');
      expect(told.text).toContain('UBND tỉnh Hòa Giang');
      expect(told.text).toContain('Ông/Bà nộp ở đâu?');
      expect(told.html).not.toContain(`action="${address}"`);
      expect((await desk.item(code)).state).toBe('RECEIVED');
    });

    it('let the second send again where the step is still possible', async () => {
      const code = await desk.submitted();
      await desk.done('tiepnhan', code, 'book');
      await desk.done('xuly', code, 'start');
      const slow = await desk.as('xuly');
      const address = stepAddress(code, 'draft');
      await slow.visit(address);
      await desk.done('lanhdao', code, 'extend', { reason: 'Cần thêm ý kiến.' });
      const told = await slow.submit(REPLY, address);
      expect(told.status).toBe(409);
      expect(told.text).toContain('Lê Thị Hạnh, Chánh Văn phòng');
      expect(told.text).toContain('Đã gia hạn');
      expect((await desk.item(code)).state).toBe('IN_PROGRESS');
      const sent = await slow.submit({}, address);
      expect(sent.status).toBe(200);
      expect((await desk.item(code)).state).toBe('AWAITING_APPROVAL');
    });

    it('give back the words of a step whose item is out of sight by now', async () => {
      const code = await desk.submitted();
      await desk.done('tiepnhan', code, 'book');
      await desk.done('xuly', code, 'start');
      const slow = await desk.as('xuly');
      const address = stepAddress(code, 'draft');
      await slow.visit(address);
      await desk.done('tiepnhan', code, 'redirect', {
        redirection: 'DENUNCIATION',
        reason: 'Gửi Thanh tra.',
      });
      const gone = await slow.submit(REPLY, address);
      expect(gone.status).toBe(404);
      expect(gone.text).toContain(REPLY.body);
      expect(gone.text).not.toContain('Thanh tra');
    });
  });
});
