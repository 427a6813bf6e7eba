import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/feedback/actor.js';
import type { Feedback } from '../../src/feedback/feedback.entity.js';
import { CitizenHouse } from '../support/citizen-house.js';
import { kept, lookUp } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';

const DAY = 24 * 3_600_000;
const citizenOf = ({ id }: Feedback): Actor => ({ kind: 'citizen', feedbackId: id });

describe.each(PAGE_ENGINES)('what the citizen does after the answer on %s', (engine) => {
  const house = new CitizenHouse();
  beforeAll(() => house.open(engine));
  afterAll(() => house.close());

  it('rates, and asks once for another look: above it is decided, and said why', async () => {
    const { agent, keys } = await house.sent();
    await house.answered(keys.code);
    await agent.visit('/tra-cuu/ho-so');
    expect((await agent.submit({}, '/tra-cuu/ho-so/danh-gia')).status).toBe(422);
    const rated = await agent.submit(
      { rating: 'DISSATISFIED', words: 'Chưa rõ.' },
      '/tra-cuu/ho-so/danh-gia',
    );
    expect(rated.text).toContain('Không hài lòng');
    expect((await agent.submit({ content: ' ' }, '/tra-cuu/ho-so/mo-lai')).status).toBe(422);
    const asked = await agent.submit({ content: 'Tôi có giấy hẹn mới.' }, '/tra-cuu/ho-so/mo-lai');
    for (const words of ['đang chờ quyết định', 'Tôi có giấy hẹn mới.', 'Hồ sơ của Ông/Bà đã được trả.'])
      expect(asked.text).toContain(words);
    expect(await house.item(keys.code)).toMatchObject({ state: 'CLOSED', reopenAsked: true });
    expect(() => agent.form('/tra-cuu/ho-so/mo-lai')).toThrow('no form');
    await house.step(keys.code, 'reopen', { reason: 'Giấy hẹn mới chưa được xét.' }, house.supervisor);
    const reopened = await agent.visit('/tra-cuu/ho-so');
    for (const words of ['đã được chấp nhận', 'Giấy hẹn mới chưa được xét.', 'Trả lời trước đó'])
      expect(reopened.text).toContain(words);
    expect(reopened.html).not.toContain('Bí Mật');
    const item = await house.item(keys.code);
    expect(item).toMatchObject({ state: 'IN_PROGRESS', reopenCount: 1, rating: null, reopenAsked: false });
  });

  it('is told why another look is declined, keeps the answer, and cannot ask again', async () => {
    const { agent, keys } = await house.sent();
    await house.answered(keys.code);
    await agent.visit('/tra-cuu/ho-so');
    await agent.submit({ rating: 'DISSATISFIED' }, '/tra-cuu/ho-so/danh-gia');
    await agent.submit({ content: 'Xin xem lại.' }, '/tra-cuu/ho-so/mo-lai');
    const decline = { reason: 'Không có tình tiết mới.' };
    await house.step(keys.code, 'declineReopen', decline, house.supervisor);
    const { text } = await agent.visit('/tra-cuu/ho-so');
    for (const words of ['không được chấp nhận', decline.reason, 'Hồ sơ của Ông/Bà đã được trả.'])
      expect(text).toContain(words);
    expect(() => agent.form('/tra-cuu/ho-so/mo-lai')).toThrow('no form');
    await expect(
      house.step(keys.code, 'askReopen', { content: 'Nữa' }, citizenOf(await house.item(keys.code))),
    ).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('cannot ask after fifteen days; opening an address neither rates nor asks', async () => {
    const { agent, keys } = await house.sent();
    await house.answered(keys.code);
    const { version } = await house.item(keys.code);
    await agent.visit('/tra-cuu/ho-so');
    for (const address of ['danh-gia', 'mo-lai', 'bo-sung', 'rut'])
      await agent.visit(`/tra-cuu/ho-so/${address}?rating=SATISFIED&content=x&code=${keys.code}`);
    expect((await house.item(keys.code)).version).toBe(version);
    await agent.visit('/tra-cuu/ho-so');
    await agent.submit({ rating: 'DISSATISFIED' }, '/tra-cuu/ho-so/danh-gia');
    house.clock.advance(15 * DAY);
    await lookUp(agent, keys);
    expect(agent.form('/tra-cuu/ho-so/mo-lai').values).toMatchObject({ code: keys.code });
    house.clock.advance(DAY);
    await lookUp(agent, keys);
    expect(() => agent.form('/tra-cuu/ho-so/mo-lai')).toThrow('no form');
  });

  it('opens what was split off without another PIN, and shows its receipt', async () => {
    const { agent, keys } = await house.sent();
    const part = { title: 'Thu phí sai', content: 'Bị thu thêm 30.000 đồng.', subject: 'ADMIN_ACT' as const };
    await house.step(keys.code, 'book');
    await house.step(keys.code, 'split', { part });
    const whole = await house.item(keys.code);
    const made = await house.items.findOneByOrFail({ splitFromId: whole.id });
    expect((await agent.visit('/tra-cuu/ho-so')).text).toContain(part.title);
    const opened = await agent.submit({}, '/tra-cuu/ho-so/phan');
    expect(opened.url).toBe('/tra-cuu/ho-so');
    for (const words of [made.code, part.content, `tách từ hồ sơ ${keys.code}`])
      expect(opened.text).toContain(words);
    expect(opened.text).not.toContain('Cán bộ hẹn lại hai lần');
    const receipt = await agent.visit('/gui/bien-nhan');
    const { pin } = kept(receipt);
    expect(kept(receipt).code).toBe(made.code);
    expect((await lookUp(house.browser(), { code: made.code, pin })).url).toBe('/tra-cuu/ho-so');
    expect([made.dueDay, made.state, made.version]).toEqual([whole.dueDay, 'RECEIVED', 2]);
    expect(made.registerNumber).not.toBe(whole.registerNumber);
  });

  it('opens nothing that was not split from the item that is open', async () => {
    const [one, two] = [await house.sent(), await house.sent()];
    const part = { title: 'Phần', content: 'Phần khác.', subject: 'ADMIN_ACT' as const };
    await house.step(two.keys.code, 'split', { part });
    const { code } = await house.items.findOneByOrFail({ title: 'Phần' });
    await one.agent.visit('/tra-cuu/ho-so/rut');
    const token = one.agent.form('/tra-cuu/ho-so/rut').values['_csrf'] as string;
    const body = { _csrf: token, code: one.keys.code, part: code };
    const refused = await one.agent.post('/tra-cuu/ho-so/phan', new URLSearchParams(body).toString());
    expect(refused.text).toContain('Không mở được phần này');
    expect(refused.html).not.toContain(code);
    await one.agent.post(
      '/tra-cuu/ho-so/phan',
      new URLSearchParams({ ...body, code: two.keys.code }).toString(),
    );
    expect((await one.agent.visit('/tra-cuu/ho-so')).text).toContain(one.keys.code);
  });
});
