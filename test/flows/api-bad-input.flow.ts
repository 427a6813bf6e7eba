import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { type Answer, answerOf, ApiHouse, FEEDBACK, type Receipt, SENT } from '../support/api-house.js';
import { PAGE_ENGINES } from '../support/database.js';
import { pdf } from '../support/made-files.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const GOOD = JSON.stringify(SENT);
const WRONG: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  12.5,
  true,
  false,
  [],
  ['a'],
  {},
  { a: { b: 1 } },
  '',
  ' ',
];
const nested = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

/** Bodies that are no submission; the statuses that they may get. */
const BODIES: readonly (readonly [what: string, body: string | Buffer, headers: object, status: number[]])[] =
  [
    ['nothing', '', JSON_TYPE, [422]],
    ['no JSON', '{"title": ', JSON_TYPE, [400]],
    ['a text', '"x"', JSON_TYPE, [400]],
    ['a list', '[]', JSON_TYPE, [400]],
    ['null', 'null', JSON_TYPE, [400]],
    ['50 levels', nested(50), JSON_TYPE, [400]],
    ['100.000 levels', nested(100_000), JSON_TYPE, [400]],
    ['10 MB', JSON.stringify({ ...SENT, content: 'x'.repeat(10_000_000) }), JSON_TYPE, [413]],
    [
      'no UTF-8',
      Buffer.from(GOOD.replace('ba lần', '\u0001'), 'latin1').fill(0xff, 60, 64),
      JSON_TYPE,
      [400],
    ],
    ['latin1', GOOD, { 'Content-Type': 'application/json; charset=latin1' }, [415]],
    ['UTF-16', Buffer.from(GOOD, 'utf16le'), { 'Content-Type': 'application/json; charset=utf-16' }, [415]],
    ['an unknown charset', GOOD, { 'Content-Type': 'application/json; charset=x-none' }, [415]],
    ['no type', GOOD, { 'Content-Type': '' }, [415]],
    ['plain text', GOOD, { 'Content-Type': 'text/plain' }, [415]],
    ['a form', 'title=x', { 'Content-Type': 'application/x-www-form-urlencoded' }, [415]],
    ['XML', '<a/>', { 'Content-Type': 'application/xml' }, [415]],
    ['no boundary', 'x', { 'Content-Type': 'multipart/form-data' }, [400]],
    ['no parts', 'x', { 'Content-Type': 'multipart/form-data; boundary=b' }, [400, 422]],
    ['an unknown encoding', GOOD, { ...JSON_TYPE, 'Content-Encoding': 'none-such' }, [415]],
    ['no gzip', GOOD, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, [400]],
    ['__proto__', GOOD.replace('{', '{"__proto__":{"polluted":1},'), JSON_TYPE, [422]],
    ['a constructor', GOOD.replace('{', '{"constructor":{"prototype":{"polluted":1}},'), JSON_TYPE, [422]],
    ['too long', JSON.stringify({ ...SENT, title: 'a'.repeat(201) }), JSON_TYPE, [422]],
    ['nothing but marks', JSON.stringify({ ...SENT, title: '\u200b\u0000\u202e' }), JSON_TYPE, [422]],
    ['a key out of range', GOOD, { ...JSON_TYPE, 'Idempotency-Key': 'k'.repeat(300) }, [422]],
  ];

describe.each(PAGE_ENGINES)('what programs should not send, on %s', (engine) => {
  const house = new ApiHouse();
  beforeAll(() => house.open(engine));
  afterAll(() => house.close());
  afterEach(() => {
    house.office.product.clock.advance(3_600_000);
  });

  async function sent(body: string | Buffer, headers: object, address = FEEDBACK): Promise<Answer> {
    const request = house.request('post', address);
    // Bytes as they are: superagent must not make JSON of them.
    void request.serialize((raw: unknown) => raw as string).set(headers as Record<string, string>);
    return answerOf(await request.send(body));
  }

  // Parsers know no database.
  const bodies = engine === 'sqlite' ? BODIES : BODIES.slice(0, 1);
  it.each(bodies)('%s', async (_, body, headers, statuses) => {
    const answer = await sent(body, headers);
    expect(answer.type).toBe('application/problem+json');
    expect(statuses).toContain(answer.status);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes no kind of value for another, anywhere', async () => {
    const faults: string[] = [];
    const members = [
      ...Object.keys(SENT),
      'procedureCode',
      'fieldCode',
      'agencyCode',
      'place',
      'concernedName',
      'aboutHead',
    ];
    for (const [at, value] of WRONG.entries()) {
      const body = Object.fromEntries(members.map((name) => [name, value]));
      const submitter = Object.fromEntries(
        [...Object.keys(SENT.submitter), 'email'].map((name) => [name, value]),
      );
      for (const one of [body, { ...SENT, submitter }]) {
        const answer = await house.post(FEEDBACK, one);
        if (answer.status !== 422) faults.push(`${at}: ${answer.status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('stores what was said without NUL, half characters and hidden directions', async () => {
    const title = 'Hồ\u0000 sơ\u202e \ud800 chậm';
    const { body } = await sent(JSON.stringify({ ...SENT, title, place: 'ế'.normalize('NFD') }), JSON_TYPE);
    const item = await house.item(body as unknown as Receipt);
    expect(item.title).toBe('Hồ sơ \ufffd chậm');
    expect(item.place).toBe('ế');
    const twice = await sent(GOOD.replace('{', '{"title":"Một",'), JSON_TYPE);
    expect([twice.status, (await house.item(twice.body as unknown as Receipt)).title]).toEqual([
      201,
      SENT.title,
    ]);
  });

  it('names each file at fault, and keeps nothing of a submission that was refused', async () => {
    const { reader } = house.office.product;
    const before = await reader.count(Feedback);
    const form = house
      .request('post', FEEDBACK)
      .field('title', 'x')
      .attach('files', Buffer.from('MZ'), 'a.exe');
    expect(answerOf(await form).status).toBe(422);
    const whole = house.request('post', FEEDBACK);
    for (const name of ['kind', 'subject', 'title', 'content'] as const) void whole.field(name, SENT[name]);
    for (const [name, value] of Object.entries(SENT.submitter)) void whole.field(`submitter.${name}`, value);
    const refused = answerOf(await whole.attach('files', Buffer.from('MZ'), 'a.exe'));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'files' }] } });
    const nine = house
      .request('post', FEEDBACK)
      .field('title', 'x')
      .field('title', 'y')
      .field('a[b][c]', 'z');
    for (let at = 0; at < 9; at++) void nine.attach('files', pdf(), `${at}.pdf`);
    expect(answerOf(await nine).status).toBe(422);
    const steps = house
      .request('post', `${FEEDBACK}/PAKN-26-7K3M9QTW-4/withdraw`)
      .attach('files', pdf(), 'a.pdf');
    expect([401, 415]).toContain(answerOf(await steps).status);
    expect(await reader.count(Feedback)).toBe(before);
  });
});

describe('every address for programs', () => {
  const house = new ApiHouse();
  beforeAll(() => house.open('sqlite'));
  afterAll(() => house.close());

  it('answers every method on every address, and never with a fault of its own', async () => {
    const faults: string[] = [];
    const routes = house.office.product.app.get(DeclaredRoutes).list();
    const addresses = [...new Set(routes.map(({ path }) => path))].filter((path) => path.startsWith('/api'));
    for (const address of [
      ...addresses,
      '/api/',
      '/api/v1/none',
      '/api/v2/feedback',
      '/api/v1/published/%00',
    ]) {
      for (const [at, value] of ['0', '%F0%9F%98%80', "'%3B--"].entries()) {
        const filled = address.replace(/:\w+/g, value);
        const methods = at === 0 ? ['get', 'head', 'options', 'put', 'patch', 'delete', 'propfind'] : ['get'];
        for (const method of methods) {
          const query = method === 'get' ? '?q[a]=1&limit=x&limit=2&cursor=%FF&from=9999-99-99' : '';
          const { status, type, headers } = answerOf(await house.request(method, filled + query));
          const isProblem = status < 400 || method === 'head' || type === 'application/problem+json';
          if (status >= 500 || !isProblem) faults.push(`${method} ${filled}: ${status} ${type}`);
          if (status === 405 && !headers['allow']) faults.push(`${method} ${filled}: nothing is allowed`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
