import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../src/platform/kernel/random.js';
import { newTrackingCode } from '../../src/platform/kernel/tracking-code.js';
import { CitizenHouse } from '../support/citizen-house.js';
import { lookUp, SUBMISSION } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';

const MINUTE = 60_000;

describe.each(PAGE_ENGINES)('following an item on %s', (engine) => {
  const house = new CitizenHouse();
  beforeAll(() => house.open(engine));
  afterAll(() => house.close());

  describe('looking up', () => {
    it('opens with code and PIN as people type them', async () => {
      const { keys } = await house.sent();
      const sloppy = {
        code: ` ${keys.code.toLowerCase().replaceAll('-', ' ')} `,
        pin: `${keys.pin.slice(0, 3)} ${keys.pin.slice(3)}`,
      };
      const { url, text, headers } = await lookUp(house.browser(), sloppy);
      expect(url).toBe('/tra-cuu/ho-so');
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain(keys.code);
      expect(text).toContain('Chờ tiếp nhận');
      expect(text).toContain(SUBMISSION.title);
    });

    it('fills in the code of the QR code, and nothing more', async () => {
      const { keys } = await house.sent();
      const agent = house.browser();
      const { html } = await agent.visit(`/tra-cuu?ma=${keys.code}`);
      expect(agent.form('/tra-cuu').values).toMatchObject({ code: keys.code, pin: '' });
      expect(html).not.toContain(SUBMISSION.title);
    });

    it('answers a wrong code and a wrong PIN alike', async () => {
      const { keys } = await house.sent();
      const other = keys.pin === '123456' ? '654321' : '123456';
      const unknown = newTrackingCode(house.clock.now(), new SeededRandom(7));
      const bodies: string[] = [];
      for (const guess of [
        { ...keys, pin: other },
        { code: 'PAKN-26-00000000-Z', pin: keys.pin },
        { code: unknown, pin: keys.pin },
      ]) {
        const { status, html } = await lookUp(house.browser(), guess);
        expect(status).toBe(422);
        expect(html).not.toContain(keys.pin);
        bodies.push(html.replace(/(name="_csrf" value=")[^"]*/, '$1').replaceAll(guess.code, 'CODE'));
      }
      expect(new Set(bodies).size).toBe(1);
    });

    it('slows guessing down, for one code and not for others', async () => {
      const [{ keys }, { keys: neighbour }] = [await house.sent(), await house.sent()];
      const agent = house.browser();
      const statuses: number[] = [];
      for (let guess = 0; guess < 7; guess++) {
        statuses.push((await lookUp(agent, { code: keys.code, pin: `00000${guess}` })).status);
      }
      expect(statuses.at(-1)).toBe(429);
      const slowed = await lookUp(agent, keys);
      expect(slowed.status).toBe(429);
      expect(slowed.html).toContain('<a class="button" href="/tra-cuu">');
      expect((await lookUp(house.browser(), neighbour)).url).toBe('/tra-cuu/ho-so');
      house.clock.advance(20 * MINUTE);
      expect((await lookUp(agent, keys)).url).toBe('/tra-cuu/ho-so');
    });

    it('lets people in while somebody behind the same address guesses', async () => {
      const { keys } = await house.sent();
      const agent = house.browser();
      const last = { status: 0 };
      for (let guess = 0; guess < 60 && last.status !== 429; guess++) {
        last.status = (await lookUp(agent, { code: `không có ${guess}`, pin: '000000' })).status;
      }
      expect(last.status).toBe(429);
      expect((await lookUp(house.browser(), keys)).url).toBe('/tra-cuu/ho-so');
      house.clock.advance(61 * MINUTE);
    });

    it('closes after half an hour, and when the citizen leaves', async () => {
      const { keys } = await house.sent();
      const agent = house.browser();
      await lookUp(agent, keys);
      house.clock.advance(29 * MINUTE);
      expect((await agent.visit('/tra-cuu/ho-so')).url).toBe('/tra-cuu/ho-so');
      house.clock.advance(31 * MINUTE);
      expect((await agent.visit('/tra-cuu/ho-so')).url).toBe('/tra-cuu');
      await lookUp(agent, keys);
      await agent.submit({}, '/tra-cuu/ho-so');
      expect((await agent.visit('/tra-cuu/ho-so')).url).toBe('/tra-cuu');
      expect((await agent.visit('/gui/xong')).html).not.toContain(keys.pin);
    });

    it('shows agency and position, never names, notes or the submitter’s data', async () => {
      const { agent, keys } = await house.sent();
      await house.answered(keys.code);
      const { text, html } = await agent.visit('/tra-cuu/ho-so');
      expect(text).toContain('Chuyên viên Phòng Tiếp nhận');
      expect(text).toContain('Hồ sơ của Ông/Bà đã được trả.');
      for (const shown of ['12/UBND-VP', '20/11/2026', 'Trần Văn Ký', 'Đã giải thích, hướng dẫn'])
        expect(text).toContain(shown);
      for (const secret of ['Bí Mật', SUBMISSION.name, '0912345678', 'Đã trình duyệt'])
        expect(html).not.toContain(secret);
    });
  });

  describe('what the citizen can do', () => {
    it('supplements when asked, and the clock runs again', async () => {
      const { agent, keys } = await house.sent();
      await house.step(keys.code, 'requestInfo', { question: 'Ông/Bà nộp hồ sơ ngày nào?' });
      const asked = (await agent.visit('/tra-cuu/ho-so')).text;
      expect(asked).toContain('Ông/Bà nộp hồ sơ ngày nào?');
      expect(asked).toContain('Xin gửi chậm nhất hết ngày 04/12/2026');
      expect((await agent.submit({ content: ' ' }, '/tra-cuu/ho-so/bo-sung')).status).toBe(422);
      const { url, text } = await agent.submit({ content: 'Ngày 03/11/2026.' }, '/tra-cuu/ho-so/bo-sung');
      expect(url).toBe('/tra-cuu/ho-so');
      expect(text).toContain('Ngày 03/11/2026.');
      expect((await house.item(keys.code)).state).toBe('SUBMITTED');
    });

    it('withdraws, but only when confirmed', async () => {
      const { agent, keys } = await house.sent();
      await agent.visit('/tra-cuu/ho-so/rut');
      expect((await agent.submit({}, '/tra-cuu/ho-so/rut')).status).toBe(422);
      expect((await house.item(keys.code)).state).toBe('SUBMITTED');
      await agent.submit({ confirm: 'yes' }, '/tra-cuu/ho-so/rut');
      expect((await house.item(keys.code)).state).toBe('WITHDRAWN');
      expect((await agent.visit('/tra-cuu/ho-so')).html).not.toContain('/tra-cuu/ho-so/rut');
    });

    it('does not act on another item than the page shows', async () => {
      const [one, two] = [await house.sent(), await house.sent()];
      await house.step(one.keys.code, 'requestInfo', { question: 'Ngày nào?' });
      const page = await one.agent.visit('/tra-cuu/ho-so');
      const body = new URLSearchParams({
        ...(one.agent.form('/tra-cuu/ho-so/bo-sung').values as Record<string, string>),
        content: 'Điều đã viết',
      });
      expect(page.status).toBe(200);
      await lookUp(one.agent, two.keys);
      const refused = await one.agent.post('/tra-cuu/ho-so/bo-sung', body.toString());
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('Điều đã viết');
      expect(one.agent.form('/tra-cuu').values).toMatchObject({ code: one.keys.code });
      const opened = await one.agent.submit({ pin: one.keys.pin }, '/tra-cuu');
      expect(opened.status).toBe(200);
      expect(one.agent.form('/tra-cuu/ho-so/bo-sung').values).toMatchObject({ content: 'Điều đã viết' });
    });

    it('keeps what was typed when somebody was faster, and says what changed', async () => {
      const { agent, keys } = await house.sent();
      await house.step(keys.code, 'requestInfo', { question: 'Ngày nào?' });
      await agent.visit('/tra-cuu/ho-so');
      const twice = house.browser();
      await lookUp(twice, keys);
      await twice.submit({ content: 'Từ thẻ kia' }, '/tra-cuu/ho-so/bo-sung');
      await house.step(keys.code, 'requestInfo', { question: 'Ở đâu?' });
      const again = await agent.submit({ content: 'Ngày 03/11' }, '/tra-cuu/ho-so/bo-sung');
      expect(again.status).toBe(409);
      expect(again.text).toContain('Từ thẻ kia');
      expect(agent.form('/tra-cuu/ho-so/bo-sung').values).toMatchObject({ content: 'Ngày 03/11' });
      const done = await agent.submit({}, '/tra-cuu/ho-so/bo-sung');
      expect(done.status).toBe(200);
      await twice.submit({ content: 'Muộn rồi' }, '/tra-cuu/ho-so/bo-sung').catch(() => null);
      expect((await house.item(keys.code)).state).toBe('SUBMITTED');
    });

    it('gets its own words back when the step is gone', async () => {
      const { agent, keys } = await house.sent();
      await house.step(keys.code, 'requestInfo', { question: 'Ngày nào?' });
      await agent.visit('/tra-cuu/ho-so');
      const body = { ...agent.form('/tra-cuu/ho-so/bo-sung').values, content: 'Viết mất công' } as Record<
        string,
        string
      >;
      await agent.submit({ content: 'Đã gửi rồi' }, '/tra-cuu/ho-so/bo-sung');
      const gone = await agent.post('/tra-cuu/ho-so/bo-sung', new URLSearchParams(body).toString());
      expect(gone.status).toBe(409);
      expect(gone.text).toContain('Viết mất công');
    });
  });
});
