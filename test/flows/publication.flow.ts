import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Submitter } from '../../src/feedback/submitter.entity.js';
import { crawl } from '../support/crawl.js';
import { PAGE_ENGINES } from '../support/database.js';
import { REPLY, stepAddress, SUBMITTER } from '../support/desk-house.js';
import { PublicationHouse } from '../support/publication-house.js';

describe.each(PAGE_ENGINES)('publishing an answer on %s', (engine) => {
  const desk = new PublicationHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  it('is redacted by one and shown by another, and nothing of who wrote is ever public', async () => {
    const secrets = [
      ...[SUBMITTER.name, SUBMITTER.name.toUpperCase(), SUBMITTER.phone, 'dao.nguyen', 'ngõ 12'],
      ...['012345678901', '29A-123.45', '0011001234567', 'Trần Văn Bình', 'bi-mat.pdf', 'Ghi chú kín'],
    ];
    const content =
      `Tôi là ${SUBMITTER.name.toUpperCase()} ở số 5 ngõ 12 Láng Hạ, số ${SUBMITTER.phone}, dao.nguyen@vidu.vn, ` +
      'CCCD 012345678901, biển số 29A-123.45, STK 0011001234567; phí 1.500.000 đồng theo 20/2008/NĐ-CP.';
    const code = await desk.answered(
      'Đất đai: sổ hồng chậm',
      content,
      `Kính gửi bà ${SUBMITTER.name}: đã trả sổ.`,
    );
    await desk.house.write((tx) => tx.query(`UPDATE feedback SET "concernedName" = 'Trần Văn Bình'`));
    const handler = await desk.as('xuly');
    await handler.visit(`/can-bo/ho-so/${code}`);
    await handler.submit({ body: 'Ghi chú kín' }, `/can-bo/ho-so/${code}/ghi-chu`);

    const address = stepAddress(code, 'proposePublication');
    const form = await handler.visit(address);
    expect(form.html).toMatch(/<mark class="found">29A-123\.45<span class="found__kind"> biển số xe</);
    const texts = await desk.drawn(code);
    for (const secret of secrets) expect(JSON.stringify(texts)).not.toContain(secret);
    expect(texts.shownContent).toContain('phí 1.500.000 đồng theo 20/2008/NĐ-CP');
    await handler.submit({}, address);
    expect((await desk.item(code)).publication).toBe('PENDING_REVIEW');
    expect((await desk.publicPage(code)).status).toBe(404);
    expect((await handler.visit(stepAddress(code, 'publish'))).status).toBe(403);

    const editor = await desk.as('congkhai');
    expect(await desk.sees('congkhai', 'publication', code)).toBe(true);
    expect((await editor.visit(stepAddress(code, 'publish'))).text).toContain('[…biển số xe…]');
    await editor.submit({}, stepAddress(code, 'publish'));
    const shown = await desk.publicPage(code);
    expect([shown.status, shown.text.includes('đã trả sổ')]).toEqual([200, true]);

    const { pages } = await crawl(desk.house.browser(), [
      '/',
      '/cong-khai',
      '/cong-khai?q=so+hong',
      shown.url,
    ]);
    expect(pages.length).toBeGreaterThan(8);
    for (const { url, html } of pages)
      for (const secret of [...secrets, code, REPLY.signatory])
        expect([url, secret, html.includes(secret)]).toEqual([url, secret, false]);
  });

  it('refuses a redaction that hides nothing, and names each place beside its field', async () => {
    const content = `Tôi là ${SUBMITTER.name}, gọi ${SUBMITTER.phone} hoặc 0987 654 321.`;
    const code = await desk.answered('Che không hết', content);
    const naked = { shownTitle: `Bà ${SUBMITTER.name}`, shownContent: content, shownReply: 'Đã xong.' };
    const refused = await desk.step('xuly', code, 'proposePublication', naked);
    expect(refused.status).toBe(422);
    for (const words of ['id="shownTitle-error"', 'id="shownContent-error"'])
      expect(refused.html).toContain(words);
    expect(refused.html).not.toContain('id="shownReply-error"');
    expect(refused.text).toContain('0987 654 321 số điện thoại');
    expect(refused.text).toContain('họ tên – thông tin của chính người gửi, phải che');

    const handler = await desk.as('xuly');
    const address = stepAddress(code, 'proposePublication');
    const ticked = await handler.submit({ cleared: '1', clearedReason: 'Công khai được.' }, address);
    expect([ticked.status, (await desk.item(code)).publication]).toEqual([422, 'NONE']);

    const soft = {
      shownTitle: 'Che không hết',
      shownContent: 'Gọi tổng đài 0987 654 321.',
      shownReply: 'Đã xong.',
    };
    const listed = await handler.submit({ ...soft, cleared: undefined }, address);
    expect([listed.status, listed.text.includes('không chỗ nào là thông tin cá nhân')]).toEqual([422, true]);
    expect((await handler.submit({ cleared: '1', clearedReason: ' ' }, address)).html).toContain(
      'id="clearedReason-error"',
    );
    const other = { shownContent: 'Gọi tổng đài 0912 000 111.', cleared: '1', clearedReason: 'Số tổng đài.' };
    const unseen = await handler.submit(other, address);
    expect([unseen.status, unseen.text.includes('0912 000 111')]).toEqual([422, true]);
    expect((await handler.submit({ cleared: '1', clearedReason: 'Số tổng đài.' }, address)).status).toBe(200);
    const { cleared, clearedReason } = await desk.publicationOf(code);
    expect([cleared, clearedReason]).toEqual([[{ kind: 'phone', text: '0912 000 111' }], 'Số tổng đài.']);
    const read = await (await desk.as('congkhai')).visit(stepAddress(code, 'publish'));
    expect(read.text).toContain('Số tổng đài.');
    await desk.done('congkhai', code, 'publish', {});
    expect((await desk.publicPage(code)).html).not.toContain('Số tổng đài.');
  });

  it('refuses texts of nothing, of marks alone, and too long ones', async () => {
    const code = await desk.answered('Không còn gì');
    const fields = { shownTitle: '[…họ tên…]', shownContent: ' ', shownReply: 'a'.repeat(12_001) };
    const page = await desk.step('xuly', code, 'proposePublication', fields);
    expect(page.status).toBe(422);
    for (const name of ['shownTitle', 'shownContent', 'shownReply'])
      expect(page.html).toContain(`id="${name}-error"`);
    expect(page.text).toContain('không còn gì để đọc');
    expect((await desk.item(code)).publication).toBe('NONE');
  });

  it('asks again when it is published: what is known may have grown', async () => {
    const code = await desk.answered('Tên lộ ra sau', 'Bà Lê Thị Mận chờ hai giờ.');
    await desk.done('xuly', code, 'proposePublication', {});
    const { id } = await desk.item(code);
    await desk.house.write((tx) => tx.update(Submitter, { feedbackId: id }, { name: 'Lê Thị Mận' }));
    const page = await desk.step('congkhai', code, 'publish', {});
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#shownContent"');
    expect((await desk.item(code)).publication).toBe('PENDING_REVIEW');
    expect((await desk.publicPage(code)).status).toBe(404);
  });

  it('is not shown by whoever proposed it, nor where the texts are not those that were read', async () => {
    const code = await desk.answered('Tự đề nghị');
    await desk.done('congkhai', code, 'proposePublication', {});
    const editor = await desk.as('congkhai');
    const page = await editor.visit(stepAddress(code, 'publish'));
    expect(page.status).toBe(409);
    expect(page.text).toContain('Người đề nghị công khai không được tự công khai');
    await desk.done('congkhai', code, 'unpublish', { unpublishKind: 'SENT_BACK', reason: 'Nhầm.' });

    await desk.done('xuly', code, 'proposePublication', { shownTitle: 'Bản đầu' });
    await editor.visit(stepAddress(code, 'publish'));
    const stale = editor.form(stepAddress(code, 'publish')).values;
    await desk.done('congkhai', code, 'unpublish', { unpublishKind: 'SENT_BACK', reason: 'Sửa lại.' });
    await desk.done('xuly', code, 'proposePublication', { shownTitle: 'Bản sau' });
    const body = new URLSearchParams(
      Object.entries(stale).map(([name, value]): [string, string] => [name, String(value)]),
    );
    expect((await editor.post(stepAddress(code, 'publish'), body.toString())).status).toBe(409);
    expect((await desk.item(code)).publication).toBe('PENDING_REVIEW');
  });

  it('goes back with a reason that the proposer reads, and the words that were redacted', async () => {
    const code = await desk.answered('Trả lại để sửa');
    await desk.done('xuly', code, 'proposePublication', { shownTitle: 'Tiêu đề đã che' });
    expect(await desk.sees('xuly', 'toPropose', code)).toBe(false);
    const faulty = await desk.step('congkhai', code, 'unpublish', { reason: 'Còn tên ấp.' });
    expect([faulty.status, faulty.html.includes('id="unpublishKind-error"')]).toEqual([422, true]);
    const back = await desk.done('congkhai', code, 'unpublish', {
      unpublishKind: 'SENT_BACK',
      reason: 'Còn tên ấp.',
    });
    expect(back.text).toContain('Đã trả lại đề nghị công khai');
    expect(await desk.citizenReads(code)).not.toContain('gỡ khỏi trang công khai');
    expect(await desk.sees('xuly', 'toPropose', code)).toBe(true);
    const again = await (await desk.as('xuly')).visit(stepAddress(code, 'proposePublication'));
    expect(again.text).toContain('Còn tên ấp.');
    expect(again.html).toContain('Tiêu đề đã che');
    expect((await desk.publicPage(code)).status).toBe(404);

    await desk.done('xuly', code, 'proposePublication', {});
    const forged = await desk.step('congkhai', code, 'unpublish', {
      unpublishKind: 'LAW',
      reason: 'Sai loại.',
    });
    expect(forged.status).toBe(422);
    await desk.done('congkhai', code, 'unpublish', {
      unpublishKind: 'WITHHELD',
      reason: 'Dễ đoán ra người gửi.',
    });
    expect(await desk.sees('xuly', 'toPropose', code)).toBe(false);
    const item = await (await desk.as('xuly')).visit(`/can-bo/ho-so/${code}`);
    expect(item.text).toContain('Đã quyết định không công khai hồ sơ này.');
    await desk.done('xuly', code, 'proposePublication', {});
  });

  it('is taken back with a notice of its kind, and nobody outside reads the reason', async () => {
    const code = await desk.published('Gỡ rồi đăng lại');
    const reason = 'Còn tên ông Trần Văn Bình.';
    const told = await desk.done('congkhai', code, 'unpublish', { unpublishKind: 'PERSONAL_DATA', reason });
    expect(told.text).toContain('rà soát trước khi công khai lại');
    expect(await desk.citizenReads(code)).toContain('gỡ khỏi trang công khai');
    expect(await desk.citizenReads(code)).not.toContain(reason);
    const notice = await desk.publicPage(code);
    expect(notice.text).toContain('rà soát trước khi công khai lại');
    for (const hidden of [reason, 'Gỡ rồi đăng lại', 'Chờ hai giờ', REPLY.body])
      expect(notice.html).not.toContain(hidden);
    expect((await desk.house.browser().visit('/cong-khai?q=dang+lai')).text).not.toContain('Gỡ rồi đăng lại');
    expect(await desk.sees('xuly', 'toPropose', code)).toBe(true);
    await desk.done('xuly', code, 'proposePublication', {});
    expect((await desk.publicPage(code)).text).toContain('rà soát trước khi công khai lại');
    await desk.done('congkhai', code, 'publish', {});
    expect((await desk.publicPage(code)).text).toContain('Gỡ rồi đăng lại');

    await desk.done('congkhai', code, 'unpublish', { unpublishKind: 'SUBMITTER_ASKED', reason: 'Có đơn.' });
    expect(await desk.sees('xuly', 'toPropose', code)).toBe(false);
    expect((await desk.publicPage(code)).text).toContain('theo đề nghị của người gửi');
  });

  it('forgets what was being redacted of an answer that a reopening undoes', async () => {
    const code = await desk.answered('Mở lại khi đang che');
    const kept = { shownReply: 'Bản che của trả lời cũ.', keep: 'save' };
    expect((await desk.step('xuly', code, 'proposePublication', kept)).text).toContain('Đã lưu nháp');
    await desk.done('giamsat', code, 'reopen', { reason: 'Cần xem lại.' });
    await desk.done('xuly', code, 'draft', { ...REPLY, body: 'Trả lời mới.' });
    await desk.done('lanhdao', code, 'approve', {});
    expect((await desk.drawn(code)).shownReply).toBe('Trả lời mới.');
  });

  it('is taken back by a reopening, and the next answer keeps its number', async () => {
    const code = await desk.published('Mở lại sau khi công khai');
    const { id } = await desk.publicationOf(code);
    await desk.done('giamsat', code, 'reopen', { reason: 'Cần xem lại.' });
    const reopened = await desk.publicPage(code);
    expect(reopened.text).toContain('đang được xem xét lại');
    expect(reopened.html).not.toContain('Chờ hai giờ');
    await desk.done('xuly', code, 'draft', { ...REPLY, body: 'Đã xem xét lại và sửa.' });
    await desk.done('lanhdao', code, 'approve', {});
    expect(await desk.sees('xuly', 'toPropose', code)).toBe(true);
    expect((await desk.drawn(code)).shownReply).toBe('Đã xem xét lại và sửa.');
    await desk.done('xuly', code, 'proposePublication', {});
    expect((await desk.publicPage(code)).text).toContain('đang được xem xét lại');
    await desk.done('congkhai', code, 'publish', {});
    expect((await desk.publicationOf(code)).id).toBe(id);
    expect((await desk.publicPage(code)).text).toContain('Đã xem xét lại và sửa.');
  });
});
