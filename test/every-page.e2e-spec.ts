import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { isApi } from '../src/platform/web/csrf.js';
import { DeclaredRoutes } from '../src/platform/web/declared-routes.js';
import type { BrowserAgent, BrowserPage } from './support/browser-agent.js';
import { crawl, kindOf, type Reach } from './support/crawl.js';
import type { HtmlForm } from './support/html-form.js';
import { type Engine, PAGE_ENGINES } from './support/database.js';
import { DeskHouse } from './support/desk-house.js';

/**
 * What the forms are tried with, each on the engine that is the stricter about it: PostgreSQL counts characters, refuses
 * NUL and numbers out of range. Percent-encoded, because some of it cannot be written in a string: NUL, a lone
 * surrogate, a right-to-left override.
 */
const HOSTILE: Record<Engine, readonly (readonly [string, string])[]> = {
  postgres: [
    ['far too much', encodeURIComponent('ế'.repeat(1_500))],
    ['NUL, a lone surrogate, marks and script', '%00%ED%A0%80%E2%80%AE%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
    ['bytes that are no text', '%FF%FE%C0%AF'],
    ['a number that is none', '-1e309'],
    ['SQL and paths', encodeURIComponent(`'; DROP TABLE feedback; -- ../../../etc/passwd`)],
  ],
  sqlite: [
    ['nothing', ''],
    ['the same field again', '1&NAME=2'],
    ['NFD', encodeURIComponent('đất đai Hà Nội'.normalize('NFD'))],
    ['SQL and paths', encodeURIComponent(`'; DROP TABLE feedback; -- ../../../etc/passwd`)],
  ],
};
/** What addresses are tried with, in the same way. */
const ODD: Record<Engine, readonly string[]> = { postgres: ['a'.repeat(2_000), '-1'], sqlite: ['%27%22%3C'] };
/** Everybody but the one whose form signs out. */
const PEOPLE = [null, 'tiepnhan', 'xuly', 'duyet', 'congkhai', 'giamsat', 'hoidong', 'quantri'] as const;

const LONG = 180_000;
describe.each(PAGE_ENGINES)('every page on %s', (engine) => {
  const desk = new DeskHouse();

  beforeAll(async () => {
    await desk.open(engine);
    await desk.submitted();
    const forwarded = await desk.submitted({ title: 'Thiếu biên nhận' });
    await desk.done('tiepnhan', forwarded, 'book');
    await desk.done('tiepnhan', forwarded, 'forward', { agency: 'HG-XD' });
    await desk.done('soan', forwarded, 'accept');
  }, 60_000);
  afterAll(() => desk.close());

  const browserOf = (person: string | null): Promise<BrowserAgent> =>
    person === null ? Promise.resolve(desk.house.browser()) : desk.signedIn(person);

  /** Forms that were tried already, by anybody. */
  const swept = new Set<string>();

  async function sweep(agent: BrowserAgent, { forms }: Reach): Promise<string[]> {
    const faults: string[] = [];
    for (const { page, form } of forms) {
      const names = Object.keys(form.values).filter((name) => name !== '_csrf');
      const key = `${form.method} ${kindOf(form.action)} ${names.join()}`;
      if (swept.has(key) || !form.action.startsWith('/') || form.action.includes('dang-xuat')) continue;
      swept.add(key);
      for (const [what, value] of HOSTILE[engine]) {
        const answer = await typed(
          agent,
          form,
          names.map((name) => `${name}=${value.replace('NAME', name)}`),
        );
        if (answer.status >= 500 || !isWhole(answer))
          faults.push(`${key} on ${page} with ${what}: ${answer.status}`);
      }
    }
    return faults;
  }

  function typed(
    agent: BrowserAgent,
    { method, action, values }: HtmlForm,
    pairs: string[],
  ): Promise<BrowserPage> {
    if (method === 'get')
      return agent.visit(`${action.replace(/\?.*$/, '')}?${pairs.join('&').slice(0, 6_000)}`);
    return agent.post(action, [`_csrf=${String(values['_csrf'])}`, ...pairs].join('&'));
  }

  it.each(PEOPLE)(
    'every link of %s leads to a page, every form survives whatever is typed',
    async (person) => {
      const agent = await browserOf(person);
      const start = person === null ? ['/', '/he-thiet-ke'] : ['/', agent.page.url];
      const reach = await crawl(agent, start);
      const dead = reach.pages.filter(({ status }) => status >= 400);
      expect(dead.map(({ url, status }) => `${status} ${url}`)).toEqual([]);
      expect(reach.pages.length).toBeGreaterThan(5);
      expect(await sweep(agent, reach)).toEqual([]);
    },
    LONG,
  );

  it(
    'every address answers odd questions with a page, and is closed to those it is not for',
    async () => {
      const routes = desk.house.app.get(DeclaredRoutes).list();
      const stranger = request(desk.house.app.getHttpServer());
      const agent = await desk.signedIn('tiepnhan');
      const faults: string[] = [];
      const expectOne = (what: string, status: number, allowed: (status: number) => boolean): void => {
        if (!allowed(status)) faults.push(`${what}: ${status}`);
      };
      expect(routes.length).toBeGreaterThan(20);
      for (const path of new Set(routes.map((route) => route.path))) {
        for (const odd of ODD[engine]) {
          const names = ['trang', 'q', 'q', 'tab', 'from', 'to', 'by', 'agency', 'column'];
          const url = `${path.replace(/:\w+/g, odd)}?${names.map((name) => `${name}=${odd}`).join('&')}`;
          expectOne(`GET ${url}`, (await agent.visit(url)).status, (status) => status < 500);
        }
        // Programs send no cookies: there is no form of ours that another site could send.
        if (isApi(path)) continue;
        const plain = path.replace(/:\w+/g, 'x');
        expectOne(`POST ${plain}`, (await stranger.post(plain)).status, (status) => status === 403);
        expectOne(`PUT ${plain}`, (await stranger.put(plain)).status, (status) => status === 403);
      }
      for (const { path, access, method } of routes) {
        if (access?.kind !== 'staff' || method !== 'GET') continue;
        const { status, headers } = await stranger.get(path.replace(/:\w+/g, 'x'));
        expectOne(
          `GET ${path} by a stranger`,
          status,
          () => headers['location']?.startsWith('/dang-nhap') ?? false,
        );
      }
      expect(faults).toEqual([]);
    },
    LONG,
  );
});

/** A page in the product's face, or a file that a form gives out. */
function isWhole({ html, headers }: BrowserPage): boolean {
  if (headers['content-disposition']?.startsWith('attachment')) return true;
  return /<title>(?!Biểu mẫu đã hết hiệu lực)/.test(html) && !html.includes('<script>alert');
}
