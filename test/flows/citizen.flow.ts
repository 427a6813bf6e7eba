import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CitizenHouse, PROCEDURE } from '../support/citizen-house.js';
import { kept, send, SUBMISSION, write } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';

const MINUTE = 60_000;

describe.each(PAGE_ENGINES)('sending on %s', (engine) => {
  const house = new CitizenHouse();
  beforeAll(() => house.open(engine));
  afterAll(() => house.close());

  describe('sending', () => {
    it('says first what is no feedback, and where that goes', async () => {
      const { status, text } = await house.browser().visit('/gui');
      expect(status).toBe(200);
      expect(text.indexOf('Khiếu nại')).toBeGreaterThan(0);
      expect(text.indexOf('Khiếu nại')).toBeLessThan(text.indexOf('Tiêu đề'));
      expect(text).toContain('nơi tiếp công dân');
    });

    it('goes from the form over the check page to code, PIN, promise and receipt', async () => {
      const agent = house.browser();
      const check = await write(agent, { procedureCode: PROCEDURE.code });
      expect(check.status).toBe(200);
      expect(check.text).toContain('Đăng ký biến động đất đai (1.000178)');
      expect(check.text).toContain('04/12/2026');
      const { code, pin } = await send(agent);
      expect(agent.page.url).toBe('/gui/xong');
      expect(agent.page.headers['cache-control']).toBe('no-store');
      const item = await house.items.findOneOrFail({
        where: { code },
        relations: { submitter: true, procedure: true },
      });
      expect(item).toMatchObject({
        state: 'SUBMITTED',
        title: SUBMISSION.title,
        content: SUBMISSION.content,
        dueDay: '2026-12-04',
      });
      expect(item.submitter).toMatchObject({ name: SUBMISSION.name, phone: '0912345678', email: null });
      expect(item.procedure?.code).toBe(PROCEDURE.code);
      expect(agent.page.text).toContain('04/12/2026');
      expect(kept(await agent.visit('/gui/xong'))).toEqual({ code, pin });
      const receipt = await agent.visit('/gui/bien-nhan');
      expect(kept(receipt)).toEqual({ code, pin });
      expect(receipt.html).toMatch(/<svg class="receipt__qr"/);
      expect(receipt.headers['cache-control']).toBe('no-store');
    });

    it('shows code and PIN to nobody else, and not for long', async () => {
      const { agent, keys } = await house.sent();
      expect((await house.browser().visit('/gui/xong')).html).not.toContain(keys.pin);
      house.clock.advance(31 * MINUTE);
      for (const url of ['/gui/xong', '/gui/bien-nhan']) {
        const { status, html } = await agent.visit(url);
        expect(status).toBe(200);
        expect(html).not.toContain(keys.pin);
        expect(html).not.toContain(keys.code);
      }
    });

    it('finds procedures and agencies without marks, and keeps everything typed', async () => {
      const agent = house.browser();
      await agent.visit('/gui');
      const typed = {
        ...SUBMISSION,
        procedureCode: '',
        procedureQuestion: 'bien dong dat dai',
        find: 'procedureCode',
      };
      const found = await agent.submit(typed);
      expect(found.status).toBe(200);
      expect(found.html).toContain(`name="procedureCode" value="${PROCEDURE.code}"`);
      expect(found.html).not.toContain('error-summary');
      expect(agent.form('/gui/kiem-tra').values).toMatchObject({
        title: SUBMISSION.title,
        content: SUBMISSION.content,
        name: SUBMISSION.name,
      });
      await agent.submit(
        { procedureCode: PROCEDURE.code, agencyCode: '', agencyQuestion: 'bac ninh', find: 'agencyCode' },
        '/gui/kiem-tra',
      );
      expect(agent.page.text).toContain('Ủy ban nhân dân tỉnh Bắc Ninh');
      expect(agent.page.html).toMatch(new RegExp(`value="${PROCEDURE.code}" checked`));
      const { html } = await agent.visit('/gui/thu-tuc?q=dat%20dai');
      const { results } = JSON.parse(html) as { results: unknown[] };
      expect(results).toEqual([
        { value: PROCEDURE.code, text: 'Đăng ký biến động đất đai', detail: PROCEDURE.code },
      ]);
    });

    it('takes the Enter key in a question for its “Find”, and elsewhere for “Continue”', async () => {
      const agent = house.browser();
      await agent.visit('/gui');
      await agent.submit({ ...SUBMISSION, procedureCode: '', procedureQuestion: 'dat dai', find: 'enter' });
      expect(agent.page.status).toBe(200);
      expect(agent.page.html).toContain(`value="${PROCEDURE.code}"`);
      expect((await agent.submit({ procedureCode: 'NONE', find: 'enter' }, '/gui/kiem-tra')).html).toContain(
        'formaction',
      );
    });

    it('goes back from the check page with nothing lost', async () => {
      const agent = house.browser();
      await write(agent, { email: 'anh@vidu.vn' });
      const before = agent.form('/gui').values;
      const body = new URLSearchParams({ ...(before as Record<string, string>), edit: 'title' }).toString();
      const back = await agent.post('/gui/kiem-tra', body);
      expect(back.status).toBe(200);
      expect(agent.form('/gui/kiem-tra').values).toMatchObject({
        ...SUBMISSION,
        phone: '0912345678',
        email: 'anh@vidu.vn',
        submissionKey: before['submissionKey'],
      });
    });

    it('is one item, however often it is sent', async () => {
      const agent = house.browser();
      await write(agent);
      const fields = agent.form('/gui').values as Record<string, string>;
      const body = new URLSearchParams(fields).toString();
      const five = await Promise.all(Array.from({ length: 5 }, () => agent.post('/gui', body)));
      const codes = new Set(five.map((page) => kept(page).code));
      expect(codes.size).toBe(1);
      expect(await house.items.countBy({ submissionKey: fields['submissionKey'] })).toBe(1);
      const changed = new URLSearchParams({ ...fields, content: 'Nội dung khác' }).toString();
      const late = await agent.post('/gui', changed);
      expect([...codes]).toEqual([kept(late).code]);
      expect(late.text).toContain('không được ghi vào hồ sơ');
    });

    it('is checked again in full when it is sent', async () => {
      const agent = house.browser();
      await write(agent);
      const fields = agent.form('/gui').values as Record<string, string>;
      const count = await house.items.count();
      const refused = await agent.post(
        '/gui',
        new URLSearchParams({ ...fields, phone: 'x', agencyCode: 'KHONG-CO' }).toString(),
      );
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('id="phone-error"');
      expect(refused.html).toContain('id="agencyCode-error"');
      expect(refused.text).toContain(SUBMISSION.content.split('\n')[0]);
      expect(await house.items.count()).toBe(count);
    });
  });
});
