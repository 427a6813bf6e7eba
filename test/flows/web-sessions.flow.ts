import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainError } from '../../src/platform/kernel/errors.js';
import { AttemptLimiter } from '../../src/platform/web/attempt-limiter.js';
import { Authenticator } from '../../src/platform/web/signed-in.js';
import type { WebSession } from '../../src/platform/web/web-session.entity.js';
import { ENGINES } from '../support/database.js';
import { body, WebRoom } from '../support/web-room.js';

const HOUR = 3_600_000;

describe.each(ENGINES)('sessions and attempts on %s', (engine) => {
  let room: WebRoom;

  beforeAll(async () => {
    room = await WebRoom.open(engine);
  }, 60_000);
  afterAll(() => room.close());

  describe('sessions and access', () => {
    it('citizens never get a row', async () => {
      const before = (await room.sessions()).length;
      const agent = await room.withForm();
      await agent.submit();
      room.probe.seen.length = 0;
      expect((await room.sessions()).length).toBe(before);
    });

    it('lead past the sign-in page and back', async () => {
      const sent = await room.raw.get('/thu/ban?trang=2');
      expect(sent.status).toBe(303);
      expect(sent.headers['location']).toBe('/dang-nhap?tiep=%2Fthu%2Fban%3Ftrang%3D2');
    });

    it('open the desk to its staff, keep it out of caches, and close other doors', async () => {
      const agent = await room.signedIn();
      expect(agent.page.headers['cache-control']).toBe('no-store');
      expect(agent.page.text).toContain('Nguyễn Thị An');
      const refused = await agent.visit('/thu/quan-tri');
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('không có quyền xem trang');
      expect((await agent.visit('/thu/khoi-tao')).status).toBe(404);
    });

    it('name a new session at signing in and store only its hash', async () => {
      const agent = await room.withForm();
      const planted = 'session=s%3Aplanted.signature';
      const answer = await room.raw
        .post('/thu/vao')
        .set('Cookie', planted)
        .type('form')
        .send(body({ _csrf: agent.csrf }));
      expect(answer.status).toBe(403);
      await room.signedIn();
      const rows = await room.sessions();
      expect(rows.every(({ id }) => /^[\w-]{43}$/.test(id))).toBe(true);
    });

    it('leave nothing in the log by which somebody could take them over', async () => {
      room.lines.length = 0;
      const agent = await room.signedIn();
      await agent.visit('/thu/ban?tim=bimat');
      expect(room.lines.length).toBeGreaterThan(2);
      expect(JSON.parse(room.lines.at(-1) ?? '{}')).toEqual({
        level: 30,
        time: expect.anything(),
        pid: expect.anything(),
        hostname: expect.anything(),
        request: expect.any(String),
        method: 'GET',
        route: '/thu/ban',
        status: 200,
        ms: expect.any(Number),
        msg: 'request',
      });
      expect(room.lines.join('')).not.toMatch(/cookie|session=|visitor=|csrf=|bimat/i);
    });

    it('end at signing out', async () => {
      const agent = await room.signedIn();
      const before = (await room.sessions()).length;
      await agent.visit('/thu/don');
      await agent.post('/thu/ra', body({ _csrf: agent.csrf }));
      expect((await room.sessions()).length).toBe(before - 1);
      expect((await agent.visit('/thu/ban')).url).toContain('/dang-nhap');
    });

    it('end everywhere with a new stamp', async () => {
      const agent = await room.signedIn();
      const authenticator = room.app.get<Authenticator & { stamp: string }>(Authenticator);
      authenticator.stamp = 'second';
      expect((await agent.visit('/thu/ban')).url).toContain('/dang-nhap');
      authenticator.stamp = 'first';
    });

    it('are written seldom, end after four idle hours, and after a working day in any case', async () => {
      const agent = await room.signedIn();
      const rowOf = async (): Promise<WebSession | undefined> => (await room.sessions())[0];
      const started = (await rowOf())?.lastSeen;
      room.clock.advance(5 * 60_000);
      await agent.visit('/thu/ban');
      expect((await rowOf())?.lastSeen).toBe(started);
      room.clock.advance(3 * HOUR);
      expect((await agent.visit('/thu/ban')).url).toBe('/thu/ban');
      expect((await rowOf())?.lastSeen).toBe((started ?? 0) + 5 * 60_000 + 3 * HOUR);
      for (let hours = 3; hours < 12; hours += 3) {
        room.clock.advance(3 * HOUR);
        await agent.visit('/thu/ban');
      }
      expect(agent.page.url).toContain('/dang-nhap');
      const idle = await room.signedIn();
      room.clock.advance(4 * HOUR + 1);
      expect((await idle.visit('/thu/ban')).url).toContain('/dang-nhap');
    });
  });

  describe('attempts', () => {
    const limiter = (): AttemptLimiter => room.app.get(AttemptLimiter);
    const refusal = (key: string): Promise<DomainError | null> =>
      limiter()
        .check(key)
        .then(
          () => null,
          (error: unknown) => error as DomainError,
        );

    it('are slowed down more and more, each key on its own', async () => {
      for (let i = 0; i < 5; i++) expect(await refusal('pin:A')).toBeNull();
      const first = await refusal('pin:A');
      expect(first).toMatchObject({ kind: 'too-many', params: { seconds: 5 } });
      // Being refused does not make it longer.
      expect(await refusal('pin:A')).toMatchObject({ params: { seconds: 5 } });
      expect(await refusal('pin:B')).toBeNull();
      room.clock.advance(5_000);
      expect(await refusal('pin:A')).toBeNull();
      expect(await refusal('pin:A')).toMatchObject({ params: { seconds: 10 } });
    });

    it('count a volley that is sent at once', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => refusal('pin:volley')));
      expect(answers.filter((answer) => answer === null)).toHaveLength(5);
      expect(answers.filter((answer) => answer?.kind === 'too-many')).toHaveLength(15);
    });

    it('are forgotten when the secret was right, after a day, and never by one’s own account at a shared address', async () => {
      for (let i = 0; i < 5; i++) await limiter().check('pin:C');
      await limiter().succeeded('pin:C');
      expect(await refusal('pin:C')).toBeNull();
      for (let i = 0; i < 5; i++) await limiter().check('pin:D');
      room.clock.advance(25 * HOUR);
      expect(await refusal('pin:D')).toBeNull();
      for (let i = 0; i < 50; i++) {
        await limiter().check('address:10.0.0.7');
        if (i === 25) {
          await limiter().check('address:10.0.0.7');
          await limiter().succeeded('address:10.0.0.7');
        }
      }
      expect(await refusal('address:10.0.0.7')).toMatchObject({ kind: 'too-many' });
    });

    it('refuse all keys or count all of them', async () => {
      for (let i = 0; i < 5; i++) await limiter().check('pin:E');
      for (let i = 0; i < 10; i++)
        await limiter()
          .check('pin:E', 'pin:F')
          .catch(() => undefined);
      for (let i = 0; i < 5; i++) expect(await refusal('pin:F')).toBeNull();
    });
  });
});

describe('under https', () => {
  let room: WebRoom;

  beforeAll(async () => {
    room = await WebRoom.open('sqlite', { BASE_URL: 'https://pakn.example.gov.vn' });
  }, 60_000);
  afterAll(() => room.close());

  it('ties every cookie to the host and to https, and signs in behind a proxy that does not tell of it', async () => {
    const shown = await room.raw.get('/thu/don');
    expect(shown.headers['strict-transport-security']).toContain('max-age=31536000');
    const cookies = shown.get('Set-Cookie') ?? [];
    expect(cookies.map((cookie) => cookie.split('=', 1)[0])).toEqual(['__Host-visitor', '__Host-csrf']);
    for (const cookie of cookies) {
      for (const mark of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(mark);
      expect(cookie).not.toContain('Domain');
    }
    const _csrf = /value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    const sent = cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
    const entered = await room.raw.post('/thu/vao').set('Cookie', sent).type('form').send(body({ _csrf }));
    expect(entered.status).toBe(303);
    expect(entered.get('Set-Cookie')?.find((cookie) => cookie.startsWith('__Host-session='))).toContain(
      'Secure',
    );
  });
});
