import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublicationService } from '../../src/publication/publication.service.js';
import { Publication } from '../../src/publication/publication.entity.js';
import { ENGINES } from '../support/database.js';
import { walkThrough } from '../support/published-pages.js';
import { PublishedHouse } from '../support/published-house.js';

const DAY = 24 * 3_600_000;
const titlesOf = (html: string): string[] =>
  Array.from(html.matchAll(/<h2 class="heading-small"><a[^>]*>(.*?)<\/a>/g), ([, title = '']) =>
    title.replace(/<\/?mark>/g, ''),
  );

describe.each(ENGINES)('what is public on %s', (engine) => {
  let house: PublishedHouse;
  let numbers: number[];
  const visit = (address: string) => house.office.product.browser().visit(address);
  const titles = async (query: string): Promise<string[]> =>
    titlesOf((await visit(`/cong-khai${query}`)).html);

  beforeAll(async () => {
    house = await PublishedHouse.open(engine);
    const content = 'Đã nộp hồ sơ.';
    numbers = [
      await house.published('HG', { title: 'Đất đai: chậm sổ', content, reply: 'Đã trả sổ.' }),
      await house.published('HG', { title: 'dat dai khong dau', content, reply: 'Đã trả lời.' }),
      await house.published('HG', { title: 'Thuế <b>đất</b> & "phí"', content, reply: 'Về đai truyền.' }),
    ];
  });
  afterAll(() => house.close());

  it('is found with and without marks, exact marks first, the newest first among them, and marked safely', async () => {
    expect(await titles('?q=dat+dai')).toEqual([
      'Thuế &lt;b&gt;đất&lt;/b&gt; &amp; &quot;phí&quot;',
      'dat dai khong dau',
      'Đất đai: chậm sổ',
    ]);
    expect((await titles('?q=%C4%91%E1%BA%A5t+%C4%91ai')).at(-1)).toBe('dat dai khong dau');
    expect(await titles('?q=%C4%91%E1%BA%A5t+%C4%91ai')).toHaveLength(3);
    const { html } = await visit('/cong-khai?q=dat+dai');
    expect(html).toContain('<mark>Đất đai</mark>: chậm sổ');
    expect(html).toContain('&lt;b&gt;<mark>đất</mark>&lt;/b&gt;');
    expect(html).toContain('Về <mark>đai</mark> truyền.');
    for (const strange of ['%22', "'", 'OR', '*', '_a1', 'dat+AND', '(', 'NEAR/2', '%F0%9F%98%80'])
      expect((await visit(`/cong-khai?q=${strange}`)).status).toBe(200);
  });

  it('is narrowed by agency with what is below, field, procedure and days, and says what it does not know', async () => {
    const { reader } = house.office.product;
    const [number = 0] = numbers;
    const { feedback } = await reader.findOneOrFail(Publication, {
      where: { id: number },
      relations: { feedback: { handlingAgency: true, field: true, procedure: true } },
    });
    const { handlingAgency: agency, fieldId, procedure } = feedback;
    expect(await titles(`?agency=${agency.code}`)).toHaveLength(3);
    expect(await titles('?agency=HG')).toHaveLength(3);
    const other = [...house.office.ground.agencies.values()].find(
      ({ path }) => !agency.path.startsWith(path),
    );
    expect(await titles(`?agency=${other?.code ?? ''}`)).toEqual([]);
    if (fieldId !== null) expect((await titles(`?field=${fieldId}&q=cham+so`)).length).toBe(1);
    if (procedure) expect((await titles(`?procedure=${procedure.code}&q=cham+so`)).length).toBe(1);
    expect(await titles('?from=10/03/2026&to=2026-03-10')).toHaveLength(3);
    expect(await titles('?to=2026-03-09')).toEqual([]);
    expect(await titles('?from=2026-03-11')).toEqual([]);
    for (const [query, words] of [
      ['from=2026-03-10&to=2026-03-09', 'Ngày cuối phải từ ngày đầu trở đi'],
      ['from=2021-02-30', '2021-02-30'],
      ['agency=KHONG-CO', 'Không có cơ quan này'],
      ['procedure=9.999999', 'Không có thủ tục này'],
      ['field=987654', 'Không có lĩnh vực này'],
      ['field=x', 'error-summary'],
      ['q=a&q=b', 'error-summary'],
    ] as const) {
      const page = await visit(`/cong-khai?${query}`);
      expect([page.status, page.html.includes(words)]).toEqual([422, true]);
      expect((await visit(`/cong-khai.atom?${query}`)).status).toBe(422);
    }
  });

  it('goes page by page in both directions without losing or repeating one, over both steps of a search', async () => {
    for (const title of ['Đất đai tháng sau', 'dat dai thang sau']) {
      house.office.product.clock.advance(40 * DAY);
      await house.published('HG', { title, content: 'Nội dung.', reply: 'Trả lời.' });
    }
    const walk = await walkThrough(house, { words: 'đất đai' }, 1);
    expect(walk.forth).toHaveLength(5);
    expect(walk.back).toEqual(walk.forth.slice(0, -1).reverse());
    for (const edge of ['after=0-1', 'before=0-1', 'after=x', 'before=9-9', 'after=1-9999999999999999'])
      expect((await visit(`/cong-khai?q=dat&${edge}`)).status).toBe(200);
  });

  it('has a lasting address; what is taken back says so, what never was is not found', async () => {
    const item = await house.answered('HG');
    const number = await house.publish(item, { title: 'Sẽ gỡ', content: 'Nội dung.', reply: 'Trả lời.' });
    const page = await visit(`/cong-khai/${number}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Lãnh đạo cơ quan');
    const { PUBLISHER } = house.office.ground.actors;
    const publications = house.office.product.app.get(PublicationService);
    await publications.unpublish(
      await house.target(item.id),
      { kind: 'PERSONAL_DATA', reason: 'Còn tên người khác.' },
      PUBLISHER,
    );
    const gone = await visit(`/cong-khai/${number}`);
    expect(gone.status).toBe(410);
    expect(gone.text).not.toContain('Còn tên');
    expect(gone.html).not.toContain('Sẽ gỡ');
    expect(await titles('?q=se+go')).toEqual([]);
    for (const none of ['0', '999999', 'x', '1e3', '-1', '99999999999999'])
      expect((await visit(`/cong-khai/${none}`)).status).toBe(404);
    const reopened = await house.answered('HG');
    const other = await house.publish(reopened, { title: 'Mở lại', content: 'Nội dung.', reply: 'Trả lời.' });
    await house.office.step(reopened.id, 'reopen', house.office.people.supervisor, { reason: 'Xem lại.' });
    expect((await visit(`/cong-khai/${other}`)).status).toBe(410);
    expect(await titles('?q=mo+lai')).toEqual([]);
  });

  it('counts once for a browser what helped, and nothing else', async () => {
    const [number = 0] = numbers;
    const press = async (agent = house.office.product.browser()) => {
      await agent.visit(`/cong-khai/${number}`);
      return agent.submit({}, `/cong-khai/${number}/giup-ich`);
    };
    const agent = house.office.product.browser();
    expect((await press(agent)).text).toContain('1 người cho biết');
    expect(agent.page.html).not.toContain('giup-ich');
    const forged = new URLSearchParams({ _csrf: await tokenOf(agent) }).toString();
    await Promise.all([1, 2, 3].map(() => agent.post(`/cong-khai/${number}/giup-ich`, forged)));
    expect((await agent.visit(`/cong-khai/${number}`)).text).toContain('1 người cho biết');
    expect((await press()).text).toContain('2 người cho biết');
    const bare = house.office.product.browser();
    expect((await bare.post(`/cong-khai/${number}/giup-ich`, '')).status).toBe(403);
    for (let i = 0; i < 28; i++) await press();
    expect((await press()).status).toBe(429);
  });

  it('is a feed for the same filters, valid, with ids that stay, and 304 for who has it', async () => {
    const agent = house.office.product.browser();
    const first = await agent.download('/cong-khai.atom?q=dat+dai');
    expect(first.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const xml = String(first.body);
    expect(xml.match(/<entry>/g)).toHaveLength(5);
    expect(xml).toMatch(/<id>tag:localhost,2026:\/cong-khai\/\d+<\/id>/);
    expect(xml).toContain('<title>Thuế &lt;b&gt;đất&lt;/b&gt; &amp; &quot;phí&quot;</title>');
    expect(Date.parse(first.headers['last-modified'] ?? '')).toBeGreaterThan(0);
    const { status } = await agent.download('/cong-khai.atom?q=dat+dai', {
      'If-None-Match': first.headers.etag ?? '',
    });
    expect(status).toBe(304);
  });
});

async function tokenOf(agent: ReturnType<PublishedHouse['office']['product']['browser']>): Promise<string> {
  await agent.visit('/gui');
  return agent.csrf;
}
