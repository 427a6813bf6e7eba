import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { ENGINES } from '../support/database.js';
import { body, WebRoom } from '../support/web-room.js';

describe.each(ENGINES)('forms, bad input and errors on %s', (engine) => {
  let room: WebRoom;

  beforeAll(async () => {
    room = await WebRoom.open(engine);
  }, 60_000);
  afterAll(() => room.close());

  describe('CSRF', () => {
    it('lets a form through with the token of its own browser, and says so once', async () => {
      const agent = await room.withForm();
      const done = await agent.submit({ title: 'Xin chào' });
      expect(done).toMatchObject({ status: 200, url: '/thu' });
      expect(room.probe.seen.splice(0)).toEqual([expect.objectContaining({ title: 'Xin chào' })]);
      expect(done.html).toContain('page__flash');
      expect((await agent.visit('/thu')).html).not.toContain('page__flash');
    });

    it.each([
      ['none', () => ''],
      ['a made-up one', () => 'a.b'],
      ['another browser’s', async () => (await room.withForm()).csrf],
    ])('refuses %s in the product’s face and processes nothing', async (_, tokenOf) => {
      const agent = await room.withForm();
      const refused = await agent.post('/thu', body({ _csrf: await tokenOf(), title: 'Lạ' }));
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('Biểu mẫu đã hết hiệu lực');
      expect(refused.html).toContain('href="/thu/don"');
      expect(room.probe.seen).toEqual([]);
    });

    it('refuses a token that comes without its visitor cookie, and a repeated one', async () => {
      const agent = await room.withForm();
      const bare = await room.raw
        .post('/thu')
        .type('form')
        .send(body({ _csrf: agent.csrf }));
      expect(bare.status).toBe(403);
      expect((await agent.post('/thu', `_csrf=${agent.csrf}&_csrf=${agent.csrf}`)).status).toBe(403);
      expect(room.probe.seen).toEqual([]);
    });

    it('gives one browser the same token in every tab, and a new visitor at signing in and out', async () => {
      const agent = await room.withForm();
      const first = agent.csrf;
      await agent.visit('/thu/don');
      expect(agent.csrf).toBe(first);
      await agent.post('/thu/vao', body({ _csrf: first }));
      expect((await agent.post('/thu', body({ _csrf: first }))).status).toBe(403);
      await agent.visit('/thu/don');
      expect(agent.csrf).not.toBe(first);
    });

    it('gives no cookie to those who only read', async () => {
      expect((await room.raw.get('/thu')).headers['set-cookie']).toBeUndefined();
    });
  });

  it('sends the strict headers with every page, and nothing of https on http', async () => {
    const { headers } = await room.raw.get('/thu');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
        "manifest-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
    );
    expect(headers).toMatchObject({ 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  describe('bad input', () => {
    it.each([
      ['a body over the limit', () => body({ title: 'x'.repeat(300_000) }), 413],
      ['10.000 fields', () => Array.from({ length: 10_000 }, (_, i) => `f${i}=1`).join('&'), 413],
    ])('%s is refused with a page', async (_, bodyOf, status) => {
      const agent = await room.withForm();
      const refused = await agent.post('/thu', `_csrf=${agent.csrf}&${bodyOf()}`);
      expect(refused.status).toBe(status);
      expect(refused.text).toContain('Nội dung gửi lên quá lớn');
      expect(room.probe.seen).toEqual([]);
    });

    it.each([
      ['a charset nobody knows', 'application/x-www-form-urlencoded; charset=klingon', 415],
      ['a body that is no form', 'text/plain', 403],
      ['JSON', 'application/json', 403],
    ])('%s is refused', async (_, type, status) => {
      const agent = await room.withForm();
      expect((await agent.post('/thu', '{"title":"x"}', type)).status).toBe(status);
      expect(room.probe.seen).toEqual([]);
    });

    it('a broken gzip body is refused', async () => {
      const refused = await room.raw
        .post('/thu')
        .type('form')
        .set('Content-Encoding', 'gzip')
        .send('title=x');
      expect(refused.status).toBe(400);
    });

    it.each(['/thu/loi/%E0%A4%A', '/%', '/thu?q=%00', '/thu/loi/a%00b', '/%C0%AF'])(
      '%s is a 400 page',
      async (url) => {
        const refused = await room.raw.get(url);
        expect(refused.status).toBe(400);
        expect(refused.text).toContain('Yêu cầu không đọc được');
      },
    );

    it.each([
      '/khong-co',
      '/thu/%E1%BA%BF',
      '/assets/../package.json',
      '/assets/000000000000/khong.css',
      '/constructor',
    ])('%s is a 404 page with a way home', async (url) => {
      const refused = await room.raw.get(url);
      expect(refused.status).toBe(404);
      expect(refused.text).toContain('Không tìm thấy trang');
      expect(refused.headers['cache-control']).toBe('no-store');
    });

    it('a repeated, strange or undecodable query does no harm', async () => {
      for (const query of [
        'lang=en&lang=vi',
        'lang=xx',
        'lang[]=en',
        '__proto__=1',
        'q=%E0%A4%A',
        'a'.repeat(5_000),
      ]) {
        expect((await room.raw.get(`/thu?${query}`)).status).toBe(200);
      }
    });

    it('a known address asked in the wrong way is 405 and says which ways it takes', async () => {
      const { status, headers } = await room.raw.get('/thu/vao');
      expect([status, headers['allow']]).toEqual([405, 'POST']);
      expect((await room.raw.options('/thu/vao')).status).toBeLessThan(500);
    });

    it('cookies of others’ making count as none', async () => {
      for (const value of ['s%3Ax.y', 'j%3A%7B%22a%22%3A1%7D', '%E0%A4%A', 's%3A', 'x'.repeat(2_000)]) {
        const shown = await room.raw
          .get('/thu')
          .set('Cookie', `session=${value}; visitor=${value}; flash=${value}; csrf=${value}; lang=${value}`);
        expect(shown.status).toBe(200);
      }
    });

    it('a value signed for one cookie counts as none in another', async () => {
      const { headers } = await room.raw.get('/thu/don');
      const mixed = String(headers['set-cookie']).replace('visitor=', 'flash=');
      expect((await room.raw.get('/thu').set('Cookie', mixed)).status).toBe(200);
    });
  });

  describe('errors', () => {
    it('an unexpected one shows a reference and keeps what it says to itself', async () => {
      const room = await WebRoom.open(engine, { NODE_ENV: 'production' });
      room.lines.length = 0;
      const failed = await room.raw.get('/thu/loi/la?sdt=0912345678');
      expect(failed.status).toBe(500);
      expect(failed.text).toContain('Hệ thống gặp lỗi');
      expect(failed.text).not.toContain('Kín');
      const reference = /Mã tham chiếu khi cần báo lỗi: (\S+?)</.exec(failed.text)?.[1];
      const logged = room.lines.join('');
      expect(reference).toBeTruthy();
      expect(logged).toContain(`"request":"${reference}"`);
      expect(logged).toContain('"route":"/thu/loi/:kind"');
      expect(logged).not.toMatch(/Kín|0912345678/);
      await room.close();
    });

    it('a stale version is 409, a wait is 429 with its length', async () => {
      const stale = await room.raw.get('/thu/loi/cu');
      expect(stale.status).toBe(409);
      expect(stale.text).toContain('Hồ sơ vừa được người khác thay đổi');
      const waiting = await room.raw.get('/thu/loi/nhieu?lang=en');
      expect(waiting.status).toBe(429);
      expect(waiting.headers['retry-after']).toBe('30');
      expect(waiting.text).toContain('Please wait 30 seconds');
    });

    it('programs get a problem document', async () => {
      const missing = await room.raw.get('/api/v1/khong-co');
      expect(missing.headers['content-type']).toContain('application/problem+json');
      expect(missing.body).toMatchObject({ status: 404, title: 'Không tìm thấy', errors: [] });
      const broken = await room.raw.post('/api/v1/feedback').type('json').send('{"a":');
      expect(broken.status).toBe(400);
      const huge = await room.raw
        .post('/api/v1/feedback')
        .type('json')
        .send(JSON.stringify('x'.repeat(300_000)));
      expect(huge.status).toBe(413);
    });
  });

  describe('assets', () => {
    it('are kept for a year under the address of their content', async () => {
      const [address = ''] = /\/assets\/\w+\/app\.css/.exec((await room.raw.get('/thu')).text) ?? [];
      const style = await room.raw.get(address);
      expect(style.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/css; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'content-encoding': 'gzip',
      });
      const old = await room.raw.get(address.replace(/assets\/\w+/, 'assets/000000000000'));
      expect(old.headers['cache-control']).toBe('no-cache');
      expect(old.text).toBe(style.text);
    });
  });
});

describe('a route that does not say whom it is for', () => {
  @Controller('quen')
  class ForgottenController {
    @Get()
    show(): string {
      return 'x';
    }
  }

  it('stops the start and is named', async () => {
    const house = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers: [ForgottenController],
      providers: [DeclaredRoutes],
    }).compile();
    const app = house.createNestApplication();
    await expect(app.init()).rejects.toThrow('ForgottenController.show');
    await app.close();
  });
});
