import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, ApiHouse } from '../support/api-house.js';
import { PAGE_ENGINES } from '../support/database.js';

interface Item {
  readonly code: string;
  readonly [name: string]: unknown;
}
const itemsOf = ({ body }: Answer): Item[] => body['items'] as Item[];

describe.each(PAGE_ENGINES)('what everybody may read by programs on %s', (engine) => {
  const house = new ApiHouse();
  beforeAll(() => house.open(engine));
  afterAll(() => house.close());

  /** Every page of a list, by its header. */
  async function through(address: string): Promise<Item[]> {
    const found: Item[] = [];
    for (let next: string | null = address; next !== null;) {
      const answer = await house.get(next);
      expect(answer.status).toBe(200);
      found.push(...itemsOf(answer));
      const [, link = null] =
        /^<https?:\/\/[^/]+([^>]+)>; rel="next"$/.exec(answer.headers['link'] ?? '') ?? [];
      expect(link === null).toBe(answer.body['next'] === null);
      next = link;
    }
    return found;
  }

  it('lists agencies in the order of their codes, each once, page by page', async () => {
    const all = await through('/api/v1/agencies?limit=7');
    const codes = all.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(20);
    expect(new Set(codes).size).toBe(codes.length);
    const [whole] = [await through('/api/v1/agencies?limit=100')];
    expect(whole.map(({ code }) => code)).toEqual(codes);
    const [parent] = all.flatMap((one) => (one['parent'] ? [one['parent'] as Item] : []));
    const below = await through(`/api/v1/agencies?parent=${parent?.code ?? ''}`);
    expect(below.length).toBeGreaterThan(0);
    expect(below.every((one) => (one['parent'] as Item).code === parent?.code)).toBe(true);
  });

  it('finds agencies and procedures by words, with or without marks', async () => {
    const found = itemsOf(await house.get('/api/v1/agencies?q=thai%20nguyen'));
    expect(found[0]?.['name']).toContain('Thái Nguyên');
    const procedures = itemsOf(await house.get('/api/v1/procedures?q=bien%20dong&field=dat-dai'));
    expect(procedures).toMatchObject([{ code: '1.004194', status: 'active', field: { code: 'dat-dai' } }]);
    const one = await house.get('/api/v1/procedures/1.004194');
    expect(one.body).toEqual(procedures[0]);
    expect((await through('/api/v1/fields?limit=100')).map(({ code }) => code)).toContain('dat-dai');
  });

  it('says what it does not know, and what it is not asked', async () => {
    for (const [address, status, field] of [
      ['/api/v1/agencies/KHONG-CO', 404, null],
      ['/api/v1/procedures/9.999999', 404, null],
      ['/api/v1/published/1', 404, null],
      ['/api/v1/published/abc', 404, null],
      ['/api/v1/agencies?parent=KHONG-CO', 422, 'parent'],
      ['/api/v1/agencies?level=COMMUNE', 422, 'level'],
      ['/api/v1/agencies?limit=101', 422, 'limit'],
      ['/api/v1/agencies?limit=0', 422, 'limit'],
      ['/api/v1/agencies?quest=x', 422, 'quest'],
      ['/api/v1/agencies?q[a]=x', 422, 'q[a]'],
      ['/api/v1/agencies?q=a&q=b', 422, 'q'],
      ['/api/v1/procedures?field=khong-co', 422, 'field'],
      ['/api/v1/published?agency=KHONG-CO', 422, 'agency'],
      ['/api/v1/published?cursor=abc', 422, 'cursor'],
      ['/api/v1/published?from=2026-02-30', 422, 'from'],
      ['/api/v1/published?from=2026-03-01&to=2026-02-01', 422, 'to'],
      ['/api/v1/figures?by=moon', 422, 'by'],
      ['/api/v1/figures?agencyCode=19', 422, 'agencyCode'],
    ] as const) {
      const answer = await house.get(address);
      expect([address, answer.status]).toEqual([address, status]);
      expect(answer.type).toBe('application/problem+json');
      if (field) expect(answer.body['errors']).toMatchObject([{ field }]);
    }
  });

  it('gives the figures of the page, number by number, and null where there is nothing to divide by', async () => {
    await house.answered();
    for (const query of [
      '',
      '?from=2026-01-01&to=2026-03-31&by=field',
      '?from=2012-01-01&to=2012-06-30',
      '?agency=19&by=none',
    ]) {
      const answer = await house.get(`/api/v1/figures${query}`);
      const page = await house.get(`/so-lieu${query}${query === '' ? '?' : '&'}format=json`);
      expect(answer.body).toEqual(page.body);
    }
    const { body } = await house.get('/api/v1/figures?from=2012-01-01&to=2012-06-30');
    const { ratios } = body['total'] as { ratios: Record<string, object> };
    expect(ratios['22']).toEqual({ numerator: 0, denominator: 0, hundredths: null, text: '—' });
  });

  it('answers again only what has changed, and lets the pages of others read but not send', async () => {
    const first = await house.get('/api/v1/agencies?limit=5', { Origin: 'https://example.org' });
    expect(first.headers).toMatchObject({ 'access-control-allow-origin': '*', 'content-language': 'vi' });
    expect(first.headers['access-control-allow-credentials']).toBeUndefined();
    const again = await house.get('/api/v1/agencies?limit=5', {
      'If-None-Match': first.headers['etag'] ?? '',
    });
    expect(again.status).toBe(304);
    const preflight = await house
      .request('options', '/api/v1/published')
      .set('Origin', 'https://example.org');
    expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD');
    const foreign = { Origin: 'https://example.org' };
    const sent = await house.post('/api/v1/feedback', {}, foreign);
    expect(sent.status).toBe(403);
    expect(sent.headers['access-control-allow-origin']).toBeUndefined();
    const tracked = await house.get('/api/v1/feedback/PAKN-26-7K3M9QTW-4', foreign);
    expect(tracked.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('speaks the language that is asked for', async () => {
    const english = await house.get('/api/v1/agencies/KHONG-CO', { 'Accept-Language': 'en-GB,en;q=0.9' });
    expect(english.body['detail']).toMatch(/not found|no longer|not there|could not/i);
    const other = await house.get('/api/v1/agencies/KHONG-CO', { 'Accept-Language': 'fr' });
    expect(other.body['detail']).toContain('Không tìm thấy');
  });

  it('lets nobody take everybody’s turn', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 70; at++) statuses.push((await house.post('/api/v1/feedback', {})).status);
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(60);
    expect(statuses.at(-1)).toBe(429);
    house.office.product.clock.advance(3_600_000);
    const after = await house.post('/api/v1/feedback', {});
    expect(after).toMatchObject({
      status: 422,
      headers: { ratelimit: expect.stringContaining('r=59') as unknown },
    });
  });
});
