import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JournalListeners } from '../../src/feedback/journal-listeners.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { Publication } from '../../src/publication/publication.entity.js';
import { ENGINES } from '../support/database.js';
import { DeskHouse, REPLY, stepAddress, SUBMITTER } from '../support/desk-house.js';

const DAY = 86_400_000;

describe.each(ENGINES)('after the answer on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  const answered = async (title: string, content = 'Chờ hai giờ.', body = REPLY.body): Promise<string> => {
    const code = await desk.submitted({ title, content });
    await desk.done('tiepnhan', code, 'book');
    await desk.done('xuly', code, 'start');
    await desk.done('xuly', code, 'draft', { ...REPLY, body });
    await desk.done('lanhdao', code, 'approve', {});
    return code;
  };
  const numberOf = async (code: string): Promise<number> => {
    const { id } = await desk.item(code);
    return (await desk.house.reader.findOneByOrFail(Publication, { feedbackId: id })).id;
  };

  describe('publication', () => {
    it('is redacted by one and shown by another, and never shows who wrote', async () => {
      const content = `Tôi là ${SUBMITTER.name.toUpperCase()}, số ${SUBMITTER.phone}, dao@vidu.vn, CCCD 012345678901, biển số 29A-123.45.`;
      const code = await answered(
        'Đất đai: sổ hồng chậm',
        content,
        `Kính gửi bà ${SUBMITTER.name}: đã trả sổ.`,
      );
      const address = stepAddress(code, 'proposePublication');
      const drafter = await desk.as('xuly');
      const form = await drafter.visit(address);
      const drawn = String(drafter.form(address).values.shownContent);
      expect(form.status).toBe(200);
      for (const secret of [
        SUBMITTER.name,
        SUBMITTER.name.toUpperCase(),
        SUBMITTER.phone,
        'dao@vidu.vn',
        '012345678901',
      ])
        expect(drawn).not.toContain(secret);
      expect(drawn).toContain('29A-123.45');
      await drafter.submit({ shownContent: drawn.replace('29A-123.45', '[đã ẩn]') }, address);
      expect((await desk.item(code)).publication).toBe('PENDING_REVIEW');

      const visitor = desk.house.browser();
      expect((await visitor.visit(`/cong-khai/${await numberOf(code)}`)).status).toBe(404);
      expect((await visitor.visit('/cong-khai')).text).not.toContain('sổ hồng');
      expect((await drafter.visit(stepAddress(code, 'publish'))).status).toBe(403);

      const editor = await desk.as('congkhai');
      expect((await editor.visit('/can-bo?tab=publication')).text).toContain('Đất đai: sổ hồng chậm');
      expect((await editor.visit(stepAddress(code, 'publish'))).text).toContain('biển số [đã ẩn]');
      await editor.submit({}, stepAddress(code, 'publish'));

      const shown = await visitor.visit(`/cong-khai/${await numberOf(code)}`);
      expect(shown.status).toBe(200);
      expect(shown.text).toContain('đã trả sổ');
      expect(shown.text).toContain('Có vi phạm, đã khắc phục');
      const list = await visitor.visit('/cong-khai?q=dat+dai+so+hong');
      expect(list.text).toContain('Đất đai: sổ hồng chậm');
      for (const page of [shown, list])
        for (const secret of [
          SUBMITTER.name,
          SUBMITTER.phone,
          '29A-123.45',
          code,
          REPLY.signatory,
          'Trần Văn Bình',
        ])
          expect(page.html).not.toContain(secret);
    });

    it('is not shown by whoever proposed it', async () => {
      const code = await answered('Tự đề nghị');
      await desk.done('congkhai', code, 'proposePublication', {});
      const editor = await desk.as('congkhai');
      const page = await editor.visit(stepAddress(code, 'publish'));
      expect(page.status).toBe(409);
      expect(page.text).toContain('Người đề nghị công khai không được tự công khai');
      await editor.visit('/tai-khoan');
      const { version } = await desk.item(code);
      const forged = new URLSearchParams({ _csrf: editor.csrf, expectedVersion: String(version) });
      expect((await editor.post(stepAddress(code, 'publish'), forged.toString())).status).toBe(409);
      expect((await desk.item(code)).publication).toBe('PENDING_REVIEW');
    });

    it('is taken back with a reason, and proposed again with the words that were redacted', async () => {
      const code = await answered('Gỡ rồi đăng lại');
      await desk.done('xuly', code, 'proposePublication', { shownTitle: 'Tiêu đề đã che' });
      await desk.done('congkhai', code, 'publish', {});
      const address = `/cong-khai/${await numberOf(code)}`;
      const visitor = desk.house.browser();
      expect((await visitor.visit(address)).status).toBe(200);
      expect((await desk.step('congkhai', code, 'unpublish', { reason: '' })).status).toBe(422);
      await desk.done('congkhai', code, 'unpublish', { reason: 'Còn tên người khác.' });
      expect((await visitor.visit(address)).status).toBe(404);
      const again = await (await desk.as('xuly')).visit(stepAddress(code, 'proposePublication'));
      expect(again.html).toContain('Tiêu đề đã che');
    });

    it('wants every text', async () => {
      const code = await answered('Thiếu lời');
      const page = await desk.step('xuly', code, 'proposePublication', { shownReply: ' ' });
      expect(page.status).toBe(422);
      expect(page.html).toContain('id="shownReply-error"');
      expect((await desk.item(code)).publication).toBe('NONE');
    });

    it('answers questions that are none with a plain page', async () => {
      const visitor = desk.house.browser();
      for (const url of [
        '/cong-khai/0',
        '/cong-khai/x',
        '/cong-khai/99999999999',
        '/cong-khai/PAKN-26-7K3M9QTW-4',
      ])
        expect((await visitor.visit(url)).status).toBe(404);
      for (const query of ['page=0', 'page=1e9', 'field=x', 'q=a&q=b'])
        expect((await visitor.visit(`/cong-khai?${query}`)).status).toBe(422);
      for (const query of [
        'page=99999',
        'field=1999999999',
        'agency=HG-KHONG',
        'q=%F0%9F%99%82',
        'find=agency&agencyQuestion=so',
      ])
        expect((await visitor.visit(`/cong-khai?${query}`)).status).toBe(200);
      expect(visitor.page.html).toContain('value="HG-XD"');
    });
  });

  describe('what happens by itself', () => {
    it('is written down with the step that causes it', () => {
      expect(desk.house.app.get(JournalListeners).names()).toContain('ScheduleTimers');
    });

    const stateAt = (instant: number, code: string): Promise<string> =>
      desk.at(instant, async () => {
        await desk.house.runDue();
        return (await desk.item(code)).state;
      });

    it('ends a request for information that nobody answers, and only then', async () => {
      const code = await desk.submitted();
      await desk.done('tiepnhan', code, 'requestInfo', { question: 'Ở đâu?' });
      const { id } = await desk.item(code);
      const [row] = await desk.house.reader.findBy(OutboxMessage, { topic: 'handling.expire-request' });
      if (!row) throw new Error('nothing was scheduled');
      expect(row.payload).toEqual({ feedbackId: id, seq: 2 });
      expect(await stateAt(row.runAt - 1, code)).toBe('NEEDS_INFO');
      expect(await stateAt(row.runAt, code)).toBe('REFUSED');
    });

    it('leaves a request alone that was answered, also where a second one runs', async () => {
      const code = await desk.submitted();
      const now = desk.house.clock.now();
      await desk.done('tiepnhan', code, 'requestInfo', { question: 'Một?' });
      await desk.citizen(code, 'supplement', { content: 'Đây.' });
      await desk.at(now + 3 * DAY, () => desk.done('tiepnhan', code, 'requestInfo', { question: 'Hai?' }));
      // Fifteen days on the first would have run out, the second has not.
      expect(await stateAt(now + 15 * DAY, code)).toBe('NEEDS_INFO');
      expect(await stateAt(now + 30 * DAY, code)).toBe('REFUSED');
    });

    it('closes an answer that nobody rated, once', async () => {
      const code = await answered('Tự kết thúc');
      const { version } = await desk.item(code);
      const now = desk.house.clock.now();
      expect(await stateAt(now + 14 * DAY, code)).toBe('ANSWERED');
      expect(await stateAt(now + 16 * DAY, code)).toBe('CLOSED');
      expect(await stateAt(now + 17 * DAY, code)).toBe('CLOSED');
      expect((await desk.item(code)).version).toBe(version + 1);
    });
  });
});
