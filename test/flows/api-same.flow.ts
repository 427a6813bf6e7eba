import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { formatDay } from '../../src/platform/kernel/civil-day.js';
import { type Answer, ApiHouse, FEEDBACK, type Receipt, SENT } from '../support/api-house.js';
import { lookUp, write } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';

type Json = Readonly<Record<string, unknown>>;
/** Under which address the tracking page has the step's form. */
const FORMS = {
  supplement: '/tra-cuu/ho-so/bo-sung',
  rating: '/tra-cuu/ho-so/danh-gia',
  reopening: '/tra-cuu/ho-so/mo-lai',
};

describe.each(PAGE_ENGINES)('the same answers by page and by program, on %s', (engine) => {
  const house = new ApiHouse();
  beforeAll(() => house.open(engine));
  afterAll(() => house.close());
  afterEach(() => {
    house.office.product.clock.advance(3_600_000);
  });

  /** Items at many places of their way. */
  async function items(): Promise<Receipt[]> {
    const { office } = house;
    const { clerk } = office.people;
    const [fresh, asked, refused, answered, rated, late] = [
      await house.submitted({ procedureCode: '1.004194' }),
      await house.submitted(),
      await house.submitted(),
      await house.answered(),
      await house.answered(),
      await house.submitted(),
    ];
    const id = async (receipt: Receipt) => (await house.item(receipt)).id;
    await office.step(await id(asked), 'requestInfo', clerk, { question: 'Ông/Bà nộp hồ sơ ngày nào?' });
    const no = { refusalReason: 'UNCLEAR', reason: 'Chưa nêu rõ việc xảy ra ở đâu.' } as const;
    await office.step(await id(refused), 'refuse', clerk, no);
    await house.post(
      `${FEEDBACK}/${rated.code}/rating`,
      { rating: 'dissatisfied', words: 'Chưa rõ.' },
      pinOf(rated),
    );
    await office.step(await id(late), 'book', clerk);
    return [fresh, asked, refused, answered, rated, late];
  }
  const pinOf = ({ pin }: Receipt) => ({ 'X-Pin': pin });

  it('an item at its tracking page', async () => {
    for (const receipt of await items()) {
      const { body } = await house.get(`${FEEDBACK}/${receipt.code}`, pinOf(receipt));
      const agent = house.office.product.browser();
      const { text } = await lookUp(agent, receipt);
      const days = [body['due'], body['supplementBy']].flatMap((day) =>
        typeof day === 'string' ? [formatDay(day)] : [],
      );
      for (const words of [...days, ...texts(body, SHOWN)])
        expect([receipt.code, text]).toEqual([receipt.code, expect.stringContaining(oneLine(words))]);
      const forms = agent.page.forms.map(({ action }) => action.replace(/\?.*/, ''));
      const steps = Object.entries(FORMS)
        .filter(([, action]) => forms.includes(action))
        .map(([step]) => step);
      expect((body['steps'] as string[]).filter((step) => step !== 'withdraw').sort()).toEqual(steps.sort());
      expect(agent.page.html.includes('/tra-cuu/ho-so/rut')).toBe(
        (body['steps'] as string[]).includes('withdraw'),
      );
      const told = agent.page.html.match(/class="timeline__entry|<li class="timeline/g) ?? [];
      expect((body['timeline'] as Json[]).length).toBe(told.length);
      for (const secret of [SENT.submitter.name, '0912345678'])
        expect(JSON.stringify(body)).not.toContain(secret);
    }
  });

  it('faults, in the same words', async () => {
    const wrong = { title: 'x'.repeat(201), phone: '12', email: 'khong-phai', content: '' };
    const { text } = await write(house.office.product.browser(), wrong);
    const { title, content, ...submitter } = wrong;
    const sent = { ...SENT, title, content, submitter: { ...SENT.submitter, ...submitter } };
    const answer = await house.post(FEEDBACK, sent);
    const faults = answer.body['errors'] as { field: string; message: string }[];
    expect(faults.map(({ field }) => field).sort()).toEqual([
      'content',
      'submitter.email',
      'submitter.phone',
      'title',
    ]);
    for (const { message } of faults) expect(text).toContain(message);
  });

  it('published answers, with the same filters, in the same order', async () => {
    for (const title of ['Đất đai chậm', 'Đạt yêu cầu', 'Hộ tịch']) {
      const receipt = await house.answered();
      await house.published(receipt, { title, content: `Về ${title}.`, reply: 'Đã trả lời.' });
      house.office.product.clock.advance(3_600_000);
    }
    const agent = house.office.product.browser();
    for (const query of [
      '',
      '?q=dat',
      `?q=${encodeURIComponent('đất')}`,
      '?q=khong-co-tu-nay',
      '?from=2026-03-11',
      '?to=2026-03-09',
    ]) {
      const answer = await house.get(`/api/v1/published${query}`);
      const { html } = await agent.visit(`/cong-khai${query}`);
      const numbers = [...html.matchAll(/href="\/cong-khai\/(\d+)"/g)].map(([, number]) => Number(number));
      expect([query, numbersOf(answer)]).toEqual([query, [...new Set(numbers)]]);
    }
    expect(numbersOf(await house.get('/api/v1/published?q=dat')).length).toBe(2);
    const [first = 0] = numbersOf(await house.get('/api/v1/published?limit=1'));
    const one = await house.get(`/api/v1/published/${first}`);
    const page = await agent.visit(`/cong-khai/${first}`);
    for (const words of texts(one.body, ['title', 'content', 'reply', 'outcomeLabel']))
      expect(page.text).toContain(words);
  });

  it('a partner acts for its people with its key, and reads nobody else’s item', async () => {
    const [mine, other] = [await house.partner('Cổng Dịch vụ công'), await house.partner('Tổng đài')];
    const key = await house.key(mine, ['submit', 'track']);
    const foreign = await house.key(other, ['submit', 'track']);
    const receipt = await house.submitted({ externalNumber: 'DVC-1' }, key);
    const again = await house.post(FEEDBACK, { ...SENT, externalNumber: 'DVC-1' }, key);
    expect(again).toMatchObject({ status: 200, body: { ...receipt, externalNumber: 'DVC-1' } });
    const item = await house.item(receipt);
    expect(item).toMatchObject({ partnerId: mine, externalNumber: 'DVC-1', channel: 'NATIONAL_PORTAL' });
    const address = `${FEEDBACK}/${receipt.code}`;
    const [byKey, byPin] = [await house.get(address, key), await house.get(address, pinOf(receipt))];
    expect(byKey.body).toEqual(byPin.body);
    const citizens = await house.submitted();
    const refused = [
      await house.get(address, foreign),
      await house.get(`${FEEDBACK}/${citizens.code}`, key),
      await house.get(`${FEEDBACK}/none-such`, key),
    ].map(({ status, body }) => [status, { ...body, instance: '' }]);
    expect(new Set(refused.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(refused[0]?.[0]).toBe(404);
    expect((await house.post(`${address}/withdraw`, { confirm: true }, foreign)).status).toBe(404);
    expect((await house.post(`${address}/withdraw`, { confirm: true }, key)).status).toBe(200);
    const { body } = await house.get(address, key);
    expect((body['timeline'] as Json[])[0]).toMatchObject({ action: 'withdraw', by: 'partner' });
    const anybody = await house.post(FEEDBACK, { ...SENT, externalNumber: 'DVC-1' });
    expect(anybody).toMatchObject({ status: 422, body: { errors: [{ field: 'externalNumber' }] } });
  });
});

const SHOWN = [
  'code',
  'meaning',
  'next',
  'title',
  'content',
  'question',
  'label',
  'words',
  'body',
  'outcomeLabel',
  'reason',
  'registerNumber',
];

/** Every text of the answer that stands under one of the names, however deep. */
function texts(value: unknown, names: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => texts(one, names));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    if (name === 'agency' || name === 'field') return [];
    return typeof one === 'string' && names.includes(name) ? [one] : texts(one, names);
  });
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ');

function numbersOf({ body }: Answer): number[] {
  return (body['items'] as { number: number }[]).map(({ number }) => number);
}
