import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JournalListeners } from '../../src/feedback/journal-listeners.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse, REPLY } from '../support/desk-house.js';

const DAY = 86_400_000;

describe.each(PAGE_ENGINES)('after the answer on %s', (engine) => {
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

  describe('publication', () => {
    it('answers questions that are none with a plain page', async () => {
      const visitor = desk.house.browser();
      for (const url of [
        '/cong-khai/0',
        '/cong-khai/x',
        '/cong-khai/99999999999',
        '/cong-khai/PAKN-26-7K3M9QTW-4',
      ])
        expect((await visitor.visit(url)).status).toBe(404);
      for (const query of ['field=1999999999', 'agency=HG-KHONG', 'field=x', 'q=a&q=b', 'to=32/1/2026'])
        expect((await visitor.visit(`/cong-khai?${query}`)).status).toBe(422);
      for (const query of [
        'after=x',
        'before=1-99999999999999999',
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
