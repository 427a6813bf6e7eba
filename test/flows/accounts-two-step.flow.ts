import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { RecoveryCode } from '../../src/accounts/recovery-code.entity.js';
import { SecondFactor } from '../../src/accounts/second-factor.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { anApplication, type TestApplication } from '../support/application.js';
import type { BrowserAgent, BrowserPage } from '../support/browser-agent.js';
import { ENGINES } from '../support/database.js';
import { aPerson, isIn, PASSWORD, signedIn, signIn } from '../support/staff-way.js';

const DAY = 24 * 3_600_000;
const STEP = 30_000;
const WRONG = 'Mã không đúng hoặc đã được dùng';

describe.each(ENGINES)('signing in in two steps on %s', (engine) => {
  let on: TestApplication;
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    on = await anApplication(engine);
    await aPerson(on, 'quan.tri', ['ADMIN']);
    await aPerson(on, 'le.hoa');
    await aPerson(on, 'do.an', ['APPROVER']);
  });
  afterAll(() => on.close());
  // Attempts are forgotten after a day, and every test begins with a step whose code nobody used.
  beforeEach(() => {
    on.clock.advance(DAY + 1);
  });

  const codeOf = (username: string): string =>
    generateSync({ secret: secrets.get(username) ?? '', epoch: Math.floor(on.clock.now() / 1_000) });

  /** On the page of setting up: reads the secret as a person would and types the first code. */
  async function setUp(agent: BrowserAgent, username: string): Promise<string[]> {
    const [, shown = ''] = /class="two-step__secret">([A-Z2-7 ]+)</.exec(agent.page.html) ?? [];
    secrets.set(username, shown.replaceAll(' ', ''));
    const done = await agent.submit({ code: codeOf(username) }, '/tai-khoan/hai-buoc');
    expect([done.status, done.text.includes('Mã dự phòng')]).toEqual([200, true]);
    on.clock.advance(STEP);
    return [...done.html.matchAll(/<li><code>([a-z0-9-]+)<\/code>/g)].map(([, code]) => code ?? '');
  }

  async function typed(agent: BrowserAgent, code: string): Promise<BrowserPage> {
    return agent.submit({ code }, '/dang-nhap/ma');
  }

  /** @returns a browser in which the password was right and the code is still to come. */
  async function half(username: string, where = on): Promise<BrowserAgent> {
    const agent = where.browser();
    expect((await signIn(agent, username)).url).toBe('/dang-nhap/ma');
    return agent;
  }

  it('is switched on with a first code, and ends every other session', async () => {
    const [here, there] = [await signedIn(on, 'le.hoa'), await signedIn(on, 'le.hoa')];
    const offered = await here.visit('/tai-khoan/hai-buoc');
    expect(offered.html).toMatch(/<svg class="two-step__qr"[\s\S]*inputmode="numeric"/);
    const slip = await here.submit({ code: '000000' }, '/tai-khoan/hai-buoc');
    expect([slip.status, slip.text.includes(WRONG)]).toEqual([422, true]);
    const codes = await setUp(here, 'le.hoa');
    expect(codes).toHaveLength(10);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    const rows = await on.reader.find(SecondFactor, {
      select: { staffId: true, secret: true, lastStep: true },
    });
    const stored = JSON.stringify([rows, await on.reader.find(RecoveryCode)]);
    for (const secret of [secrets.get('le.hoa') ?? 'none', ...codes]) expect(stored).not.toContain(secret);
  });

  it('asks for the code after the password, and until then opens nothing', async () => {
    const agent = await half('le.hoa');
    expect(agent.page.html).toMatch(/name="code"[^>]*autocomplete="one-time-code"[^>]*inputmode="numeric"/);
    expect(await isIn(agent)).toBe(false);
    await agent.visit('/dang-nhap/ma');
    expect((await typed(agent, '123456')).text).toContain(WRONG);
    expect(await isIn(agent)).toBe(false);
    await agent.visit('/dang-nhap/ma');
    expect((await typed(agent, ` ${codeOf('le.hoa').slice(0, 3)} ${codeOf('le.hoa').slice(3)}`)).url).toBe(
      '/can-bo',
    );
    expect(await isIn(agent)).toBe(true);
  });

  it('forgets the half of it after some minutes, and without it there is no page for a code', async () => {
    const agent = await half('le.hoa');
    on.clock.advance(9 * 60_000);
    const late = await typed(agent, codeOf('le.hoa'));
    expect([late.url, late.text.includes('Đã quá thời gian')]).toEqual(['/dang-nhap', true]);
    expect(await isIn(agent)).toBe(false);
    expect((await on.browser().visit('/dang-nhap/ma')).url).toBe('/dang-nhap');
  });

  it('takes each code once: not again, not an older one, and by two processes at once for one of them', async () => {
    const first = await half('le.hoa');
    const code = codeOf('le.hoa');
    expect((await typed(first, code)).url).toBe('/can-bo');
    const again = await half('le.hoa');
    expect((await typed(again, code)).text).toContain(WRONG);
    on.clock.advance(STEP);
    const other = await on.another();
    const pair = await Promise.all([half('le.hoa'), half('le.hoa', other)]);
    const fresh = codeOf('le.hoa');
    const ends = await Promise.all(pair.map((agent) => typed(agent, fresh)));
    expect(ends.map(({ url }) => url).sort()).toEqual(['/can-bo', '/dang-nhap/ma']);
    await other.close();
  });

  it('takes a code on paper in its place, once', async () => {
    const agent = await signInWholly('le.hoa');
    await agent.visit('/tai-khoan/hai-buoc');
    on.clock.advance(STEP);
    const body = { current: PASSWORD, code: codeOf('le.hoa') };
    const renewed = await agent.submit(body, '/tai-khoan/hai-buoc/ma-du-phong');
    const [paper = ''] = [...renewed.html.matchAll(/<li><code>([a-z0-9-]+)<\/code>/g)].map(
      ([, one]) => one ?? '',
    );
    expect((await typed(await half('le.hoa'), paper.toUpperCase().replace('-', ' '))).url).toBe('/can-bo');
    expect((await typed(await half('le.hoa'), paper)).text).toContain(WRONG);
  });

  it('slows guessing down by account, whoever guesses from wherever', async () => {
    for (let turn = 0; turn < 5; turn++) await typed(await half('le.hoa'), `00000${turn}`);
    const slowed = await typed(await half('le.hoa'), codeOf('le.hoa'));
    expect([slowed.status, slowed.url]).toEqual([429, '/dang-nhap/ma']);
  });

  it('is switched off with password and code alone', async () => {
    const agent = await signInWholly('le.hoa');
    on.clock.advance(STEP);
    await agent.visit('/tai-khoan/hai-buoc');
    const off = (fields: Record<string, string>): Promise<BrowserPage> =>
      agent.post('/tai-khoan/hai-buoc/tat', new URLSearchParams({ _csrf: agent.csrf, ...fields }).toString());
    expect((await off({ current: 'sai mật khẩu rồi', code: codeOf('le.hoa') })).status).toBe(422);
    expect((await off({ current: PASSWORD, code: '123456' })).text).toContain(WRONG);
    expect((await off({ current: PASSWORD, code: codeOf('le.hoa') })).url).toBe('/tai-khoan');
    expect(await isIn(agent)).toBe(true);
    expect((await signIn(on.browser(), 'le.hoa')).url).toBe('/can-bo');
  });

  it('is demanded by role: whoever has none is led to it before anything else', async () => {
    const busy = await signedIn(on, 'do.an');
    const admin = await signedIn(on, 'quan.tri');
    await admin.visit('/quan-tri/hai-buoc');
    await admin.submit({ demanded: ['APPROVER'] }, '/quan-tri/hai-buoc');
    for (const way of ['/can-bo', '/tai-khoan', '/tai-khoan/mat-khau']) {
      const led = await busy.visit(way);
      const isOwnPassword = way === '/tai-khoan/mat-khau';
      expect(led.url).toBe(isOwnPassword ? way : '/tai-khoan/hai-buoc');
    }
    const agent = on.browser();
    expect((await signIn(agent, 'do.an')).url).toBe('/tai-khoan/hai-buoc');
    expect(agent.page.headers['cache-control']).toBe('no-store');
    await setUp(agent, 'do.an');
    expect((await agent.visit('/can-bo')).url).toBe('/can-bo');
  });

  it('is reset by an administrator, never by oneself there; the person is told', async () => {
    const admin = await signedIn(on, 'quan.tri');
    const agent = await signInWholly('do.an');
    const { staffId } = await on.reader.findOneByOrFail(SecondFactor, {});
    await admin.visit(`/quan-tri/tai-khoan/${staffId}/thu`);
    await admin.submit({ email: 'do.an@co.quan.example' }, `/quan-tri/tai-khoan/${staffId}/thu`);
    await admin.submit({}, `/quan-tri/tai-khoan/${staffId}/xoa-hai-buoc`);
    expect(admin.page.text).toContain('Đã xóa đăng nhập hai bước');
    expect(await isIn(agent)).toBe(false);
    const row = await on.reader.findOneByOrFail(OutboxMessage, { topic: 'letter.account' });
    expect(Object.keys(row.payload).sort()).toEqual(['byId', 'letter', 'staffId']);
    expect((await signIn(on.browser(), 'do.an')).url).toBe('/tai-khoan/hai-buoc');
  });

  it('leaves its traces, without a code in any of them', async () => {
    const actions = (await on.reader.find(AuditEntry)).map(({ action }) => action);
    for (const verb of ['on', 'off', 'refuse', 'recover', 'codes', 'reset'])
      expect(actions).toContain(`secondFactor.${verb}`);
    const all = JSON.stringify(await on.reader.find(AuditEntry));
    for (const secret of secrets.values()) expect(all).not.toContain(secret);
  });

  async function signInWholly(username: string): Promise<BrowserAgent> {
    const agent = await half(username);
    await typed(agent, codeOf(username));
    expect(await isIn(agent)).toBe(true);
    return agent;
  }
});
