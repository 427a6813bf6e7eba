import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';

describe.each(ENGINES)('the queue on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  it('finds by code, by words without marks, and by register number', async () => {
    const code = await desk.submitted({ title: 'Đường ngõ Bàu Sen ngập nước' });
    await desk.done('tiepnhan', code, 'book');
    const number = (await desk.item(code)).registerNumber ?? '';
    const clerk = await desk.as('tiepnhan');
    for (const q of [code, 'bau sen', 'BÀU SEN ngập', number, 'khong co tu nay']) {
      const { text } = await clerk.visit(`/can-bo?${new URLSearchParams({ q }).toString()}`);
      expect(text.includes('Đường ngõ Bàu Sen')).toBe(q !== 'khong co tu nay');
    }
  });

  it('counts what is due, due today and overdue', async () => {
    const code = await desk.submitted({ agency: 'HG-BM', title: 'Hạn của xã Bình Minh' });
    const { dueDay } = await desk.item(code);
    const morning = Date.parse(`${dueDay}T08:00:00+07:00`);
    const seen = (instant: number): Promise<string[]> =>
      desk.at(instant, async () => {
        const watcher = await desk.as('giamsat');
        const found: string[] = [];
        for (const tab of ['open', 'today', 'overdue'])
          if ((await watcher.visit(`/can-bo?tab=${tab}&q=han+cua+xa`)).text.includes('Hạn của xã Bình Minh'))
            found.push(tab);
        return [...found, /Quá hạn \d/.exec(watcher.page.text)?.[0] ?? ''];
      });
    expect(await seen(desk.house.clock.now())).toEqual(['open', 'Quá hạn 0']);
    expect(await seen(morning)).toEqual(['open', 'today', 'Quá hạn 0']);
    expect(await seen(morning + 86_400_000)).toEqual(['open', 'overdue', 'Quá hạn 1']);
  });

  it('has as overdue what the figures count: paused in term is not, paused when it was overdue is', async () => {
    const inTerm = await desk.submitted({ agency: 'HG-BM', title: 'Tạm dừng khi còn hạn' });
    const late = await desk.submitted({ agency: 'HG-BM', title: 'Tạm dừng khi đã trễ' });
    for (const code of [inTerm, late]) {
      await desk.done('tiepnhan', code, 'book');
      await desk.done('tiepnhan', code, 'start');
    }
    const question = { question: 'Ông/Bà nộp hồ sơ ngày nào?' };
    await desk.done('xuly', inTerm, 'requestInfo', question);
    const { dueDay } = await desk.item(late);
    await desk.at(Date.parse(`${dueDay}T08:00:00+07:00`) + 86_400_000, async () => {
      await desk.done('xuly', late, 'requestInfo', question);
      const watcher = await desk.as('giamsat');
      for (const list of ['/can-bo?tab=overdue&q=tam+dung', '/giam-sat/danh-sach?agency=HG-BM&column=16']) {
        const { text } = await watcher.visit(list);
        expect([list, text.includes('khi còn hạn'), text.includes('khi đã trễ')]).toEqual([
          list,
          false,
          true,
        ]);
      }
      expect((await watcher.visit('/can-bo?tab=overdue&q=tam+dung')).text).toContain('Quá hạn 1');
    });
  });
});
