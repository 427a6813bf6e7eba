import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FirstAdministrator } from '../../src/accounts/first-administrator.service.js';
import { StaffService } from '../../src/accounts/staff.service.js';
import { Staff } from '../../src/accounts/staff.entity.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { WebSession } from '../../src/platform/web/web-session.entity.js';
import { anApplication, type TestApplication } from '../support/application.js';
import type { BrowserPage } from '../support/browser-agent.js';
import { PAGE_ENGINES } from '../support/database.js';
import { agencyId, aPerson, isIn, PASSWORD, signedIn, signIn } from '../support/staff-way.js';

const DAY = 24 * 3_600_000;
const WRONG = 'Tên đăng nhập hoặc mật khẩu không đúng.';

let on: TestApplication;

/** What a person could tell two pages apart by: everything but the typed name and the form's token. */
const withoutNames = ({ html }: BrowserPage, name: string): string =>
  html.replaceAll(name, '…').replace(/name="_csrf" value="[^"]*"/g, '');

describe.each(PAGE_ENGINES)('accounts on %s', (engine) => {
  beforeAll(async () => {
    on = await anApplication(engine);
  });
  afterAll(() => on.close());
  // Attempts are forgotten after a day, so that one test does not slow down the next.
  beforeEach(() => {
    on.clock.advance(DAY + 1);
  });

  describe('the first run', () => {
    const person = { username: 'quan.tri', name: 'Trần Quản Trị', password: PASSWORD };

    it('wants the token of the console and keeps what was typed, but no password', async () => {
      const agent = on.browser();
      expect((await agent.visit('/khoi-tao')).status).toBe(200);
      const refused = await agent.submit({ ...person, token: 'đoán mò', agency: 'VPCP' }, '/khoi-tao');
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Mã khởi tạo không đúng');
      expect(refused.html).toContain('Trần Quản Trị');
      expect(refused.html).not.toContain(PASSWORD);
      expect(await on.reader.count(Staff)).toBe(0);
    });

    it('finds the authority without script, says a weak password beside its field, and then makes the administrator', async () => {
      const agent = on.browser();
      const token = await on.app.get(FirstAdministrator).issueToken();
      await agent.visit(`/khoi-tao?ma=${token ?? ''}`);
      const found = await agent.submit({ find: 'agency', question: 'van phong chinh phu' }, '/khoi-tao');
      expect(found.html).toContain('value="VPCP"');
      const weak = await agent.submit({ ...person, agency: 'VPCP', password: 'Matkhau@2026' }, '/khoi-tao');
      expect(weak.status).toBe(422);
      expect(weak.text).toContain('Mật khẩu này quá phổ biến');
      const done = await agent.submit({ ...person, agency: 'VPCP' }, '/khoi-tao');
      expect(done.url).toBe('/dang-nhap');
      const agencies = [...(await on.app.get(AgencyDirectory).all()).values()];
      expect(agencies.filter(({ takesUnaddressed }) => takesUnaddressed).map(({ code }) => code)).toEqual([
        'VPCP',
      ]);
      expect((await signIn(agent, 'quan.tri')).url).toBe('/quan-tri');
    });

    it('is over then: the page is gone, and no token works or is given any more', async () => {
      expect((await on.browser().visit('/khoi-tao')).status).toBe(404);
      expect((await on.browser().visit('/khoi-tao/co-quan?q=van')).status).toBe(404);
      expect(await on.app.get(FirstAdministrator).issueToken()).toBeNull();
    });
  });

  describe('signing in', () => {
    beforeAll(async () => {
      await aPerson(on, 'nguyen.lan');
      await aPerson(on, 'tran.minh');
      await on.app.get(StaffService).suspend(await aPerson(on, 'da.khoa'));
    });

    it('gives one answer to an unknown name, a wrong password and a suspended account', async () => {
      const answers: string[] = [];
      const tries = [
        ['nguyen.lan', 'sai mật khẩu rồi'],
        ['khong.co.ai', PASSWORD],
        ['da.khoa', PASSWORD],
      ] as const;
      for (const [name, password] of tries) {
        const page = await signIn(on.browser(), name, password);
        expect([page.status, page.url]).toEqual([422, '/dang-nhap']);
        expect(page.text).toContain(WRONG);
        answers.push(withoutNames(page, name));
      }
      expect(new Set(answers).size).toBe(1);
    });

    it('takes the name in capitals and the password in decomposed letters', async () => {
      const agent = on.browser();
      await signIn(agent, ' Nguyen.Lan ', PASSWORD.normalize('NFD'));
      expect(await isIn(agent)).toBe(true);
    });

    it.each([
      ['/tai-khoan?x=1', '/tai-khoan?x=1'],
      ['//evil.example/', '/can-bo'],
      ['https://evil.example/', '/can-bo'],
      ['/\\evil.example', '/can-bo'],
    ])('goes on to %s only when it is ours', async (tiep, landing) => {
      const agent = on.browser();
      await agent.visit(`/dang-nhap?tiep=${encodeURIComponent(tiep)}`);
      await agent.submit({ username: 'nguyen.lan', password: PASSWORD, tiep }, '/dang-nhap');
      expect(agent.page.url).toBe(landing);
    });

    it('makes the tokens of before void, and refuses forms from elsewhere', async () => {
      const agent = on.browser();
      await agent.visit('/dang-nhap');
      const before = agent.csrf;
      await signIn(agent, 'nguyen.lan');
      const body = (token: string): string => new URLSearchParams({ _csrf: token }).toString();
      expect((await agent.post('/tai-khoan/dang-xuat-moi-noi', body(before))).status).toBe(403);
      expect((await on.browser().post('/dang-nhap', `username=nguyen.lan&password=${PASSWORD}`)).status).toBe(
        403,
      );
      expect(await isIn(agent)).toBe(true);
    });

    it('survives what no person types', async () => {
      const agent = on.browser();
      for (const name of ['', '\0', "' OR 1=1 --", 'a'.repeat(5_000), '\u202Enal', 'a@b{{7*7}}']) {
        expect((await signIn(agent, name, 'x'.repeat(900))).status).toBe(422);
      }
      await agent.visit('/dang-nhap');
      const twice = `_csrf=${agent.csrf}&username=a&username=b&password=c&password[x]=d`;
      expect((await agent.post('/dang-nhap', twice)).status).toBe(422);
    });

    it('ends with signing out', async () => {
      const agent = await signedIn(on, 'nguyen.lan');
      const rows = await on.reader.count(WebSession);
      await agent.visit('/tai-khoan');
      await agent.submit({}, '/dang-xuat');
      expect(await isIn(agent)).toBe(false);
      expect(await on.reader.count(WebSession)).toBe(rows - 1);
    });
  });

  describe('guessing', () => {
    it('is slowed down after a few tries, for the guesser and for a while', async () => {
      const guesser = on.browser();
      for (let turn = 0; turn < 5; turn++)
        expect((await signIn(guesser, 'tran.minh', `đoán lần ${turn} nhé`)).status).toBe(422);
      const slowed = await signIn(guesser, 'tran.minh');
      expect(slowed.status).toBe(429);
      expect(slowed.text).toMatch(/chờ 5 giây/);
      on.clock.advance(5_001);
      expect((await signIn(guesser, 'tran.minh')).url).toBe('/can-bo');
    });

    it('keeps nobody out: not a colleague at the same address, not the person where they signed in before', async () => {
      const own = await signedIn(on, 'tran.minh');
      await own.visit('/tai-khoan');
      await own.submit({}, '/dang-xuat');
      const guesser = on.browser();
      for (let turn = 0; turn < 12; turn++) await signIn(guesser, 'tran.minh', `đoán lần ${turn} nhé`);
      expect((await signIn(guesser, 'tran.minh')).status).toBe(429);
      expect((await signIn(on.browser(), 'nguyen.lan')).url).toBe('/can-bo');
      expect((await signIn(own, 'tran.minh')).url).toBe('/can-bo');
    });

    it('in a volley sent at once gets no more tries than one after the other', async () => {
      const volley = await Promise.all(
        Array.from({ length: 20 }, (_, turn) => signIn(on.browser(), 'nguyen.lan', `đoán lần ${turn} nhé`)),
      );
      const looked = volley.filter(({ status }) => status === 422);
      expect(looked.length).toBeLessThanOrEqual(5);
      expect(volley.every(({ status }) => [422, 429].includes(status))).toBe(true);
    });
  });

  describe('the own account', () => {
    it('changes the password with the old one, and signs out every other device', async () => {
      await aPerson(on, 'le.hoa');
      const [here, there] = [await signedIn(on, 'le.hoa'), await signedIn(on, 'le.hoa')];
      await here.visit('/tai-khoan/mat-khau');
      const next = 'con mèo trèo cây cau';
      const wrong = await here.submit(
        { current: 'không phải thế', next, again: next },
        '/tai-khoan/mat-khau',
      );
      expect([wrong.status, wrong.text.includes('Mật khẩu hiện tại không đúng')]).toEqual([422, true]);
      const unlike = await here.submit({ current: PASSWORD, next, again: `${next}.` }, '/tai-khoan/mat-khau');
      expect([unlike.status, unlike.text.includes('không giống nhau')]).toEqual([422, true]);
      const named = await here.submit(
        { current: PASSWORD, next: 'le.hoa-le.hoa', again: 'le.hoa-le.hoa' },
        '/tai-khoan/mat-khau',
      );
      expect([named.status, named.html.includes('le.hoa-le.hoa')]).toEqual([422, false]);
      const done = await here.submit({ current: PASSWORD, next, again: next }, '/tai-khoan/mat-khau');
      expect(done.text).toContain('Đã đổi mật khẩu');
      expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
      expect((await signIn(on.browser(), 'le.hoa')).status).toBe(422);
      expect((await signIn(on.browser(), 'le.hoa', next)).url).toBe('/can-bo');
    });

    it('signs out everywhere', async () => {
      const agents = [await signedIn(on, 'nguyen.lan'), await signedIn(on, 'nguyen.lan')];
      await agents[0]?.visit('/tai-khoan');
      await agents[0]?.submit({}, '/tai-khoan/dang-xuat-moi-noi');
      for (const agent of agents) expect(await isIn(agent)).toBe(false);
      expect(await isIn(await signedIn(on, 'nguyen.lan'))).toBe(true);
    });
  });
});

describe.each(PAGE_ENGINES)('two first administrators at once on %s', (engine) => {
  it('become one', async () => {
    on = await anApplication(engine);
    const first = on.app.get(FirstAdministrator);
    const at = await agencyId(on, 'VPCP');
    const create = (token: string | null, username: string): Promise<number> => {
      const person = { username, name: 'Ai', password: PASSWORD, agencyId: at };
      return first.create(token ?? '', person, () => Promise.resolve());
    };
    const late = await first.issueToken();
    const tokens = await Promise.all([first.issueToken(), first.issueToken()]);
    const results = await Promise.allSettled(tokens.map((token, index) => create(token, `nguoi.${index}`)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await on.reader.count(Staff)).toBe(1);
    await expect(create(late, 'nguoi.3')).rejects.toMatchObject({ kind: 'invalid' });
    await on.close();
  });
});
