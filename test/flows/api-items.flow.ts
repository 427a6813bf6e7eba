import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../src/platform/kernel/random.js';
import { newTrackingCode } from '../../src/platform/kernel/tracking-code.js';
import { answerOf, ApiHouse, FEEDBACK, type Receipt, SENT } from '../support/api-house.js';
import { PAGE_ENGINES } from '../support/database.js';
import { pdf } from '../support/made-files.js';

const withPin = ({ pin }: Receipt) => ({ 'X-Pin': pin });

describe.each(PAGE_ENGINES)('submitting and following by programs on %s', (engine) => {
  const house = new ApiHouse();
  beforeAll(() => house.open(engine));
  afterAll(() => house.close());
  // What may be sent within an hour is counted by the product's clock.
  afterEach(() => {
    house.office.product.clock.advance(3_600_000);
  });
  const read = (receipt: Receipt) => house.get(`${FEEDBACK}/${receipt.code}`, withPin(receipt));

  it('takes in what a program sends, and says where to follow it', async () => {
    const { status, body, headers } = await house.post(FEEDBACK, SENT);
    expect(body).toMatchObject({ state: 'submitted', pin: expect.stringMatching(/^\d{6}$/) as unknown });
    expect(status).toBe(201);
    const { code, pin } = body as unknown as Receipt;
    expect(headers['location']).toBe(`${FEEDBACK}/${code}`);
    expect(headers['ratelimit']).toMatch(/^"send";r=\d+;t=\d+$/);
    const found = await read({ code, pin });
    expect(found.body).toMatchObject({ code, state: 'submitted', title: SENT.title, steps: ['withdraw'] });
    expect(found.headers['cache-control']).toBe('no-store');
    const item = await house.item({ code });
    expect(item).toMatchObject({ kind: 'REMARK', subject: 'ADMIN_ACT', channel: 'WEB', procedureId: null });
  });

  it('makes one item of repeats, with the same code and PIN, and none of another request with its key', async () => {
    const key = { 'Idempotency-Key': 'a-key-of-the-program-0001' };
    const first = await house.post(FEEDBACK, SENT, key);
    const order = { ...SENT, submitter: Object.fromEntries(Object.entries(SENT.submitter).reverse()) };
    const again = await house.post(FEEDBACK, order, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    for (const other of [
      { ...SENT, place: 'Tầng 2' },
      { ...SENT, submitter: { ...SENT.submitter, phone: '0987654321' } },
    ]) {
      const refused = await house.post(FEEDBACK, other, key);
      expect(refused.status).toBe(422);
      expect(refused.body['errors']).toMatchObject([{ field: 'Idempotency-Key' }]);
      expect(JSON.stringify(refused.body)).not.toContain(String(first.body['pin']));
    }
    const bad = await house.post(FEEDBACK, SENT, { 'Idempotency-Key': 'short' });
    expect(bad.status).toBe(422);
  });

  it('makes one item of simultaneous repeats', async () => {
    const key = { 'Idempotency-Key': 'a-key-of-the-program-0002' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => house.post(FEEDBACK, SENT, key)));
    expect(new Set(answers.map(({ body }) => body['code'])).size).toBe(1);
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
  });

  it('answers a wrong PIN and an unknown code alike, and slows guessing down', async () => {
    const receipt = await house.submitted();
    const wrong = receipt.pin === '123456' ? '654321' : '123456';
    const unknown = newTrackingCode(house.office.product.clock.now(), new SeededRandom(7));
    const told = await Promise.all(
      [
        { code: receipt.code, pin: wrong },
        { code: unknown, pin: receipt.pin },
        { code: 'none-such', pin: receipt.pin },
      ].map(async (guess) => {
        const { status, body } = await read(guess);
        return JSON.stringify([status, { ...body, instance: '' }]);
      }),
    );
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toContain('404');
    for (let guess = 0; guess < 6; guess++) await read({ ...receipt, pin: wrong });
    const slowed = await read(receipt);
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    expect((await house.get(`${FEEDBACK}/${receipt.code}`)).status).toBe(401);
  });

  it('supplements with files when asked, and hands the files out to the holder of the PIN alone', async () => {
    const [receipt, stranger] = [await house.submitted(), await house.submitted()];
    const { id } = await house.item(receipt);
    const early = await house.post(
      `${FEEDBACK}/${receipt.code}/supplement`,
      { content: 'Sớm' },
      withPin(receipt),
    );
    expect(early.status).toBe(409);
    await house.office.step(id, 'requestInfo', house.office.people.clerk, { question: 'Nộp ngày nào?' });
    const asked = await read(receipt);
    expect(asked.body).toMatchObject({ question: 'Nộp ngày nào?', steps: ['supplement', 'withdraw'] });
    const sent = await house
      .request('post', `${FEEDBACK}/${receipt.code}/supplement`)
      .set(withPin(receipt))
      .field('content', 'Ngày 03/02/2026.')
      .attach('files', pdf(), 'giấy hẹn.pdf');
    expect(answerOf(sent)).toMatchObject({ status: 200, body: { code: receipt.code } });
    const found = await read(receipt);
    const [file] = found.body['files'] as { href: string; name: string }[];
    expect(file?.name).toBe('giấy hẹn.pdf');
    expect((await house.get(file?.href ?? '', withPin(receipt))).type).toBe('application/pdf');
    const foreign = (file?.href ?? '').replace(receipt.code, stranger.code);
    expect((await house.get(foreign, withPin(stranger))).status).toBe(404);
  });

  it('withdraws when confirmed, and tells who comes too late', async () => {
    const receipt = await house.submitted();
    const address = `${FEEDBACK}/${receipt.code}/withdraw`;
    const unsure = await house.post(address, { confirm: false }, withPin(receipt));
    expect(unsure).toMatchObject({ status: 422, body: { errors: [{ field: 'confirm' }] } });
    const stale = await house.post(address, { confirm: true, version: 9 }, withPin(receipt));
    expect(stale.status).toBe(409);
    expect((await house.post(address, { confirm: true, version: 1 }, withPin(receipt))).status).toBe(200);
    expect((await house.item(receipt)).state).toBe('WITHDRAWN');
    expect((await house.post(address, { confirm: true }, withPin(receipt))).status).toBe(409);
  });

  it('rates an answer and asks for another look, once', async () => {
    const receipt = await house.answered();
    const rate = await house.post(
      `${FEEDBACK}/${receipt.code}/rating`,
      { rating: 'dissatisfied' },
      withPin(receipt),
    );
    expect(rate.status).toBe(200);
    const rated = await read(receipt);
    expect(rated.body).toMatchObject({ rating: 'dissatisfied', steps: ['reopening'] });
    const address = `${FEEDBACK}/${receipt.code}/reopening`;
    expect(
      (await house.post(address, { content: 'Việc này chưa được trả lời.' }, withPin(receipt))).status,
    ).toBe(200);
    expect((await house.post(address, { content: 'Lần nữa.' }, withPin(receipt))).status).toBe(409);
    expect((await house.item(receipt)).reopenAsked).toBe(true);
  });
});
