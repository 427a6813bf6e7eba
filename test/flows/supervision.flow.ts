import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLUMN_NUMBERS } from '../../src/figures/column.js';
import { kindOf } from '../../src/figures/columns.js';
import { PAGE_ENGINES } from '../support/database.js';
import { FiguresHouse } from '../support/figures-house.js';

const decoded = (href: string): string => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');

describe.each(PAGE_ENGINES)('supervision on %s', (engine) => {
  let house: FiguresHouse;
  beforeAll(async () => {
    house = await FiguresHouse.open(engine);
  }, 120_000);
  afterAll(() => house.close());

  it('every number opens a list of its length', async () => {
    const browser = await house.signedIn('giamsat');
    const { html } = await browser.visit('/giam-sat?from=2026-01-01&to=2026-03-10');
    const links = Array.from(
      html.matchAll(/<td class="num"[^>]*><a href="(\/giam-sat\/danh-sach[^"]*)">([\d.-]+)/g),
      ([, href = '', text = '']) => ({ href: decoded(href), number: Number(text.replaceAll('.', '')) }),
    );
    expect(links.length).toBeGreaterThan(COLUMN_NUMBERS.length);
    const ofTotal = links.filter(({ href }) => !/[?&](row|agency)=/.test(href));
    expect(ofTotal.length).toBeGreaterThanOrEqual(COLUMN_NUMBERS.length);
    for (const { href, number } of [...ofTotal.filter(({ number }) => number !== 0), ...links.slice(0, 9)]) {
      const list = await browser.visit(href);
      const column = new URL(href, 'http://x').searchParams.get('column') ?? '';
      const rows = (list.html.match(/<tr>/g) ?? []).length - 1;
      if (kindOf(column as '1') === 'net') continue;
      expect([href, list.status]).toEqual([href, 200]);
      if (number === 0) expect(list.text).toContain('Danh sách này trống');
      else expect([href, rows]).toEqual([href, Math.min(number, 50)]);
      if (number !== 0) expect(list.text).toContain(`${number} dòng`);
    }
  }, 30_000);

  it('pages through a long list; what one may not see is counted and not shown', async () => {
    const browser = await house.signedIn('giamsat');
    const lengths: number[] = [];
    let next: string | undefined = '/giam-sat/danh-sach?from=2019-01-01&to=2019-04-30&agency=HG&column=14';
    while (next !== undefined) {
      const { html } = await browser.visit(decoded(next));
      lengths.push(html.split('Hồ sơ nay ở ngoài phạm vi được xem').length - 1);
      next = /rel="next" href="([^"]+)"/.exec(html)?.[1];
    }
    expect(lengths).toEqual([50, 50, 15]);
  });

  it('stays within the scope: another agency is unknown, its items are named to nobody', async () => {
    const browser = await house.signedIn('giamsat');
    const { status, text } = await browser.visit('/giam-sat?agency=BTC');
    expect([status, text]).toEqual([422, expect.stringContaining('Không có cơ quan này trong phạm vi')]);
  });

  it.each(['VPCP', 'HG-XD'])('serves %s, which has nobody below it', async (code) => {
    const browser = await house.supervisorOf(code);
    const { status, text, html } = await browser.visit('/giam-sat');
    expect([status, text.includes('Cơ quan này không có cơ quan trực thuộc')]).toEqual([200, true]);
    const links = Array.from(html.matchAll(/href="(\/giam-sat[?/][^"]*)"/g), ([, href = '']) =>
      decoded(href),
    );
    const lists = links.filter((href) => href.includes('column=1&') || href.includes('column=14'));
    const pages = links.filter((href) => !href.includes('danh-sach'));
    expect([lists.length > 0, pages.length > 0]).toEqual([true, true]);
    for (const more of [
      ...pages,
      ...lists,
      '/giam-sat?by=field',
      '/giam-sat?by=subject',
      '/giam-sat?by=none',
    ])
      expect([more, (await browser.visit(more)).status]).toEqual([more, 200]);
    expect((await browser.visit('/giam-sat?from=2000-01-01&to=2001-12-31')).status).toBe(200);
    expect((await browser.visit('/giam-sat?agency=HG')).status).toBe(422);
  });

  it('shows oversight sums and no list', async () => {
    const browser = await house.signedIn('hoidong');
    const { status, html } = await browser.visit('/giam-sat?from=2019-01-01&to=2019-04-30');
    expect([status, html.includes('danh-sach')]).toEqual([200, false]);
    expect((await browser.visit('/giam-sat/danh-sach?column=7')).status).toBe(403);
    expect((await (await house.signedIn('xuly')).visit('/giam-sat')).status).toBe(403);
  });

  it.each([
    'column=99',
    'column=7&page=0',
    'column=7&page=999999',
    'column=7&row=zzz',
    '',
    'column=7&from=2021-02-30',
  ])('answers %s without falling over', async (query) => {
    const browser = await house.signedIn('giamsat');
    expect((await browser.visit(`/giam-sat/danh-sach?${query}`)).status).toBeLessThan(500);
  });
});
