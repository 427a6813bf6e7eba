import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CitizenHouse } from '../support/citizen-house.js';
import { kept, SUBMISSION, type Typed, write } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';

const LONG = 'ế'.repeat(10_001);

describe.each(PAGE_ENGINES)('bad input of citizens on %s', (engine) => {
  const house = new CitizenHouse();
  beforeAll(() => house.open(engine));
  afterAll(() => house.close());

  describe('bad input', () => {
    const BAD: readonly [string, Typed, string][] = [
      ['an empty title', { title: '' }, 'title'],
      ['a title of blanks', { title: ' \u00A0\t ' }, 'title'],
      ['a title far too long', { title: 'a'.repeat(5_000) }, 'title'],
      ['a title of nothing but control characters', { title: '\u0000\u0007\u202E\u200B' }, 'title'],
      ['a content of one character too many', { content: LONG }, 'content'],
      ['a kind that is none', { kind: 'DROP TABLE' }, 'kind'],
      ['no kind', { kind: undefined }, 'kind'],
      ['a subject twice', { subject: ['ADMIN_ACT', 'BOTH'] }, 'subject'],
      ['a name twice', { name: ['A', 'B'] }, 'name'],
      ['a phone that is none', { phone: 'gọi sau nhé' }, 'phone'],
      ['an e-mail that is none', { email: 'a@b' }, 'email'],
      ['no agency', { agencyCode: undefined }, 'agencyCode'],
      ['an agency that does not exist', { agencyCode: 'NO/../SUCH' }, 'agencyCode'],
      ['a procedure that does not exist', { procedureCode: '9.999999' }, 'procedureCode'],
      ['a question far too long', { procedureQuestion: 'đ'.repeat(3_000) }, 'procedureCode'],
      ['a broken key', { submissionKey: 'x' }, ''],
    ];

    it.each(BAD)('%s is told beside its field, and nothing is lost or stored', async (_, changes, name) => {
      const count = await house.items.count();
      const agent = house.browser();
      const { status, html } = await write(agent, changes);
      expect(status).toBe(422);
      expect(html).toContain('class="error-summary"');
      if (name !== '') expect(html).toContain(`id="${name}-error"`);
      if (name !== '') expect(html).toContain(`href="#${name}"`);
      expect(agent.form('/gui/kiem-tra').values).toMatchObject({ address: SUBMISSION.address });
      expect(await house.items.count()).toBe(count);
    });

    it('prints script as text', async () => {
      const script = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>{{7*7}}';
      const { agent, keys } = await house.sent({
        title: script,
        content: script,
        name: script,
        address: script,
      });
      for (const url of ['/gui/bien-nhan', '/tra-cuu/ho-so']) {
        const { html, text } = await agent.visit(url);
        expect(html).not.toContain('<script>alert');
        expect(html).not.toContain('<img');
        expect(text).toContain('<script>alert(1)</script>');
      }
      expect((await house.item(keys.code)).title).toBe(script);
    });

    it('stores NFC without marks that reorder, NUL and control characters', async () => {
      const content = 'A\u0000\u202Eb\u0007\uFEFFc\r\n  d';
      const { keys } = await house.sent({ title: 'Đất đai'.normalize('NFD'), content });
      const item = await house.item(keys.code);
      expect(item.title).toBe('Đất đai');
      expect(item.content).toBe('Abc\n  d');
    });

    it('stores well-formed text whatever the bytes are', async () => {
      const agent = house.browser();
      await write(agent);
      const fields = agent.form('/gui').values as Record<string, string>;
      // A lone surrogate, and half a character, as no browser sends them.
      const bytes = `${new URLSearchParams({ ...fields, content: '' }).toString()}%ED%A0%80x%E1%BA`.replace(
        /content=&(.*?)(%ED.*)$/,
        'content=$2&$1',
      );
      const { code } = kept(await agent.post('/gui', bytes));
      const { content } = await house.item(code);
      expect(content.isWellFormed()).toBe(true);
      expect(content).not.toBe('');
    });

    it('looks for as much of an endless question as can be found', async () => {
      const agent = house.browser();
      await agent.visit('/gui');
      for (const name of ['procedure', 'agency']) {
        const body = `find=${name}Code&${name}Question=${'a'.repeat(100_000)}`;
        const { status } = await agent.post(
          '/gui/kiem-tra',
          `_csrf=${encodeURIComponent(agent.csrf)}&${body}`,
        );
        expect(status).toBe(200);
      }
    });

    it('answers an address that the machine does not even read with a page of ours', async () => {
      const { status, html } = await house.browser().visit(`/tra-cuu?ma=${'a'.repeat(20_000)}`);
      expect(status).toBe(431);
      expect(html).toContain('Yêu cầu không đọc được');
    });

    it('refuses a form without a token, or with a foreign one', async () => {
      const count = await house.items.count();
      const agent = house.browser();
      await write(agent);
      const fields = agent.form('/gui').values as Record<string, string>;
      for (const token of [undefined, 'x', 'a'.repeat(200)]) {
        const body = new URLSearchParams(
          Object.entries({ ...fields, _csrf: token }).filter(
            (pair): pair is [string, string] => pair[1] !== undefined,
          ),
        );
        expect((await agent.post('/gui', body.toString())).status).toBe(403);
      }
      const stranger = house.browser();
      await stranger.visit('/gui');
      expect((await stranger.post('/gui', new URLSearchParams(fields).toString())).status).toBe(403);
      expect(await house.items.count()).toBe(count);
    });

    it.each([
      '/gui',
      '/gui/kiem-tra',
      '/tra-cuu',
      '/tra-cuu/ho-so/bo-sung',
      '/tra-cuu/ho-so/danh-gia',
      '/tra-cuu/ho-so/rut',
      '/tra-cuu/ho-so/mo-lai',
    ])('answers nonsense at %s with a page of 4xx', async (url) => {
      const agent = house.browser();
      await agent.visit('/gui');
      const token = encodeURIComponent(agent.csrf);
      const many = Array.from({ length: 10_000 }, (_, index) => `f${index}=1`).join('&');
      const bodies = [
        '',
        'title[]=1&title[a]=2&version=1e9&pin[]=1&code[]=2',
        'a=%E0%A4%A&version=NaN&code=%00',
        many,
        `content=${'a'.repeat(600_000)}`,
      ];
      for (const body of bodies) {
        const { status, html } = await agent.post(url, `_csrf=${token}&${body}`);
        expect([status >= 400 && status < 500, status]).toEqual([true, status]);
        expect(html).toContain('</html>');
      }
      expect((await agent.post(url, '{"title":', 'application/json')).status).toBeGreaterThanOrEqual(400);
      expect(agent.page.status).toBeLessThan(500);
    });
  });
});
