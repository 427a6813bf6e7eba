import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import request, { type Response } from 'supertest';
import { ProcedureField } from '../../src/directory/procedure-field.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { PublicationService } from '../../src/publication/publication.service.js';
import { aPartner } from '../support/a-partner.js';
import { PAGE_ENGINES } from '../support/database.js';
import { anOffice, type Office } from '../support/office.js';

const TOP = '/open311/v2';
type Row = Record<string, string | null>;

/** Lists of one member must still be lists to whoever reads XML; hence every list has two. */
const xml = (text: string): Record<string, never> => {
  expect(SyntaxValidator.validate(text)).toBe(true);
  return new XMLParser({ parseTagValue: false }).parse(text) as Record<string, never>;
};

describe.each(PAGE_ENGINES)('GeoReport v2 on %s', (engine) => {
  let office: Office;
  let key: string;
  let published: number;
  let hidden: Feedback;
  const get = (path: string): Promise<Response> =>
    Promise.resolve(request(office.product.app.getHttpServer()).get(path));
  const post = (path: string, body: object): Promise<Response> =>
    Promise.resolve(request(office.product.app.getHttpServer()).post(path).type('form').send(body));
  const rows = (answer: Response): Row[] => answer.body as Row[];

  beforeAll(async () => {
    office = await anOffice(engine);
    ({ key } = await aPartner(office.product, office.agency('HG').id));
    hidden = await office.booked('HG');
    const { id } = await office.answered('HG');
    const publications = office.product.app.get(PublicationService);
    const target = async () => {
      const { version } = await office.product.reader.findOneByOrFail(Feedback, { id });
      return { id, expectedVersion: version };
    };
    const words = {
      title: 'Thiếu <biên nhận> & dấu',
      content: 'Bộ phận một cửa không đưa.',
      reply: 'Đã đưa.',
    };
    await publications.propose(await target(), words, office.people.handler);
    await publications.publish(await target(), office.people.publisher);
    published = Number((await publicNumbers())[0]);
  }, 60_000);
  afterAll(() => office.close());

  async function publicNumbers(): Promise<(string | null | undefined)[]> {
    return rows(await get(`${TOP}/requests.json`)).map((row) => row['service_request_id']);
  }

  const sent = (more: object = {}): object => ({
    api_key: key,
    service_code: '0',
    address_string: 'UBND tỉnh',
    description: 'Chờ ba giờ không được gọi tên.',
    first_name: 'Đào',
    last_name: 'Nguyễn Thị',
    phone: '0912345678',
    'attribute[kind]': 'remark',
    'attribute[subject]': 'admin_act',
    'attribute[submitter_address]': 'Số 5, ngõ 12 Láng Hạ',
    ...more,
  });

  it('is discovered, with an endpoint that counts and one to try, in both formats', async () => {
    const found = (await get('/open311/discovery.json')).body as { endpoints: Row[] };
    expect(found.endpoints.map(({ type }) => type)).toEqual(['production', 'test']);
    for (const { url } of found.endpoints)
      expect((await get(`${new URL(url ?? '').pathname}/services.json`)).status).toBe(200);
    const answer = await get('/open311/discovery.xml');
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(xml(answer.text)).toMatchObject({ discovery: { endpoints: { endpoint: [{}, {}] } } });
  });

  it('has fields as services, each with what has to be said', async () => {
    const services = rows(await get(`${TOP}/services.json`));
    expect(services.length).toBeGreaterThan(1);
    expect(new Set(services.map(({ service_code }) => service_code)).size).toBe(services.length);
    const read = xml((await get(`${TOP}/services.xml`)).text) as unknown as { services: { service: Row[] } };
    expect(read.services.service.map(({ service_code }) => service_code)).toEqual(
      services.map(({ service_code }) => service_code),
    );
    await office.product.write((tx) => tx.update(ProcedureField, { code: 'hai-quan' }, { retired: true }));
    expect((await get(`${TOP}/services/hai-quan.json`)).status).toBe(404);
    expect(rows(await get(`${TOP}/services.json`))).toHaveLength(services.length - 1);
    for (const { service_code } of services.slice(0, 3)) {
      const definition = await get(`${TOP}/services/${service_code}.json`);
      expect(definition.body).toMatchObject({ service_code });
      const { attributes } = definition.body as { attributes: Row[] };
      expect(attributes.map(({ code }) => code)).toContain('submitter_address');
    }
  });

  it('shows everybody what is published, and nothing else of it or of others', async () => {
    const all = await get(`${TOP}/requests.json`);
    expect(rows(all)).toHaveLength(1);
    expect(rows(all)[0]).toMatchObject({
      service_request_id: String(published),
      status: 'closed',
      description: 'Thiếu <biên nhận> & dấu\n\nBộ phận một cửa không đưa.',
      requested_datetime: '2026-03-10T01:00:00Z',
    });
    const one = xml((await get(`${TOP}/requests/${published}.xml`)).text);
    expect(one).toMatchObject({ service_requests: { request: { description: rows(all)[0]?.description } } });
    const { submitter } = await office.product.reader.findOneOrFail(Feedback, {
      where: { id: hidden.id },
      relations: { submitter: true },
    });
    const texts = all.text + JSON.stringify(one);
    for (const secret of [hidden.code, hidden.title, submitter.name, submitter.phone])
      expect(texts).not.toContain(secret);
  });

  it.each([
    ['status=open', 0],
    ['status=open,closed', 1],
    ['service_code=0', 0],
    ['start_date=2026-03-10T00:00:00Z', 1],
    ['start_date=2026-03-11T00:00:00Z', 0],
    ['end_date=2026-03-09T00:00:00+07:00', 0],
    ['service_request_id=NUMBER,999,PAKN-26-7K3M9Q-4', 1],
    ['service_request_id=999&status=closed', 0],
    [`jurisdiction_id=localhost`, 1],
  ])('filters requests by %s', async (query, count) => {
    const answer = await get(`${TOP}/requests.json?${query.replace('NUMBER', String(published))}`);
    expect([answer.status, rows(answer).length]).toEqual([200, count]);
  });

  it.each([
    ['get', '/requests/999.json', 404],
    ['get', '/requests/99999999999999999999.json', 404],
    ['get', '/services/khong-co.xml', 404],
    ['get', '/services.txt', 404],
    ['get', '/tokens/1.json', 404],
    ['get', '/requests.json?jurisdiction_id=hanoi.gov.vn', 404],
    ['get', '/requests.json?start_date=14/5', 400],
    ['get', '/requests.json?start_date=2021-02-30', 400],
    ['get', '/requests.json?start_date=2026-01-01&end_date=2026-12-31', 400],
    ['get', '/requests.json?api_key=lnk_no', 403],
    ['post', '/requests.json', 403],
    ['post', '/requests.xml', 403],
  ] as const)('%s %s is refused as the specification has it: %i', async (method, path, status) => {
    const answer = await request(office.product.app.getHttpServer())[method](TOP + path);
    expect(answer.status).toBe(status);
    const errors = path.includes('.xml')
      ? [(xml(answer.text) as unknown as { errors: { error: Row } }).errors.error]
      : rows(answer);
    for (const { code, description } of errors)
      expect([Number(code), description]).toEqual([status, expect.stringMatching(/./)]);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('takes in what a partner sends, once, and lets that partner alone follow it', async () => {
    const send = (body: object): Promise<Response> =>
      Promise.resolve(
        request(office.product.app.getHttpServer())
          .post(`${TOP}/requests.json`)
          .set('Idempotency-Key', 'k-1')
          .type('form')
          .send(body),
      );
    const [first, again] = [await send(sent()), await send(sent())];
    expect(first.status).toBe(200);
    const [{ service_request_id: code, service_notice: notice } = {}] = rows(first);
    expect(rows(again)[0]?.['service_request_id']).toBe(code);
    expect((await send(sent({ description: 'Việc khác hẳn.' }))).status).toBe(400);
    expect(notice).toMatch(/PIN: \d{6}/);
    const item = await office.product.reader.findOneByOrFail(Feedback, { code: code ?? '' });
    expect(item).toMatchObject({ channel: 'NATIONAL_PORTAL', place: 'UBND tỉnh', kind: 'REMARK' });
    const own = rows(await get(`${TOP}/requests.json?api_key=${key}`));
    expect(own.map((row) => [row['service_request_id'], row['status']])).toEqual([[code, 'open']]);
    expect((await get(`${TOP}/requests/${code}.json`)).status).toBe(404);
    const { key: others } = await aPartner(office.product, office.agency('HG').id, { name: 'Tổng đài 1022' });
    expect((await get(`${TOP}/requests/${code}.json?api_key=${others}`)).status).toBe(404);
    const { key: blind } = await aPartner(office.product, office.agency('HG').id, {
      name: 'Chỉ gửi',
      scopes: ['submit'],
    });
    expect((await get(`${TOP}/requests/${code}.json?api_key=${blind}`)).status).toBe(403);
  });

  it('only looks at what is sent to try, and names what is wrong by its parameter', async () => {
    const before = await office.product.reader.count(Feedback);
    const tried = await post('/open311/test/v2/requests.json', sent());
    expect([tried.status, rows(tried)[0]?.['service_request_id']]).toEqual([200, 'TEST']);
    const wrong = await post(
      `${TOP}/requests.json`,
      sent({ phone: '12', description: '', first_name: '', last_name: '' }),
    );
    expect(wrong.status).toBe(400);
    expect(
      rows(wrong)
        .map(({ description }) => description?.replace(/:.*/s, ''))
        .sort(),
    ).toEqual(['attribute[title]', 'description', 'last_name, first_name', 'phone'].sort());
    const agency = sent({ 'attribute[agency_code]': 'KHONG-CO' });
    for (const top of [TOP, '/open311/test/v2'])
      expect(rows(await post(`${top}/requests.json`, agency))[0]?.['description']).toMatch(
        /^attribute\[agency_code\]: /,
      );
    expect((await post(`${TOP}/requests.json`, sent({ service_code: 'khong-co' }))).status).toBe(404);
    expect(await office.product.reader.count(Feedback)).toBe(before);
  });
});
