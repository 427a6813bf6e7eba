import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Staff } from '../../src/accounts/staff.entity.js';
import { anApplication, type TestApplication } from '../support/application.js';
import { PAGE_ENGINES } from '../support/database.js';
import { aPerson, isIn, signedIn, signIn } from '../support/staff-way.js';

const DAY = 24 * 3_600_000;
const WRONG = 'Tên đăng nhập hoặc mật khẩu không đúng.';

describe.each(PAGE_ENGINES)('the administration of accounts on %s', (engine) => {
  let on: TestApplication;

  beforeAll(async () => {
    on = await anApplication(engine);
    await aPerson(on, 'quan.tri', ['ADMIN']);
    await aPerson(on, 'nguyen.lan');
  });
  afterAll(() => on.close());
  // Attempts are forgotten after a day, so that one test does not slow down the next.
  beforeEach(() => {
    on.clock.advance(DAY + 1);
  });

  it('adds a person who has to replace the password', async () => {
    const admin = await signedIn(on, 'quan.tri');
    await admin.visit('/quan-tri/tai-khoan');
    const suggested = String(admin.form('/quan-tri/tai-khoan').values['password']);
    const typed = { name: 'Phạm Văn Bình', username: 'Pham.Binh', agency: 'VPCP' };
    const bare = await admin.submit(typed, '/quan-tri/tai-khoan');
    expect([bare.status, bare.html.includes('Phạm Văn Bình')]).toEqual([422, true]);
    const taken = await admin.submit(
      { ...typed, username: 'quan.tri', roles: ['APPROVER'] },
      '/quan-tri/tai-khoan',
    );
    expect([taken.status, taken.text.includes('đã có người dùng')]).toEqual([422, true]);
    const added = await admin.submit({ ...typed, roles: ['HANDLER', 'APPROVER'] }, '/quan-tri/tai-khoan');
    expect(added.url).toMatch(/^\/quan-tri\/tai-khoan\/\d+$/);
    expect(added.text).toContain('Người phê duyệt – Văn phòng Chính phủ');
    const first = await signIn(on.browser(), 'pham.binh', suggested);
    expect([first.url, first.text.includes('do người khác đặt')]).toEqual(['/tai-khoan/mat-khau', true]);
    for (const question of ['BÌNH phạm', 'binh', 'pham.binh']) {
      const { text } = await admin.visit(`/quan-tri?q=${encodeURIComponent(question)}`);
      expect([text.includes('Phạm Văn Bình'), text.includes('nguyen.lan')]).toEqual([true, false]);
    }
  });

  it('suspends at once, and reinstating does not bring old sessions back', async () => {
    const id = await aPerson(on, 'vo.sau');
    const [admin, agent] = [await signedIn(on, 'quan.tri'), await signedIn(on, 'vo.sau')];
    expect(await isIn(agent)).toBe(true);
    await admin.visit(`/quan-tri/tai-khoan/${id}`);
    await admin.submit({}, `/quan-tri/tai-khoan/${id}/khoa`);
    expect(await isIn(agent)).toBe(false);
    expect((await signIn(agent, 'vo.sau')).text).toContain(WRONG);
    await admin.submit({}, `/quan-tri/tai-khoan/${id}/mo-khoa`);
    expect(await isIn(agent)).toBe(false);
    expect((await signIn(agent, 'vo.sau')).url).toBe('/can-bo');
  });

  it('takes a role away at once and sets a new password', async () => {
    const id = await aPerson(on, 'do.mai', ['ADMIN']);
    const [admin, agent] = [await signedIn(on, 'quan.tri'), await signedIn(on, 'do.mai')];
    expect((await agent.visit('/quan-tri')).status).toBe(200);
    await admin.visit(`/quan-tri/tai-khoan/${id}`);
    await admin.submit({}, `/quan-tri/tai-khoan/${id}/bo-vai-tro`);
    expect(await isIn(agent)).toBe(false);
    await signIn(agent, 'do.mai');
    expect((await agent.visit('/quan-tri')).status).toBe(403);
    await admin.submit({ role: 'HANDLER', agency: 'VPCP' }, `/quan-tri/tai-khoan/${id}/vai-tro`);
    expect(admin.page.text).toContain('Chuyên viên xử lý – Văn phòng Chính phủ');
    await admin.visit(`/quan-tri/tai-khoan/${id}/mat-khau`);
    await admin.submit({ password: 'đường làng quanh co' }, `/quan-tri/tai-khoan/${id}/mat-khau`);
    expect(await isIn(agent)).toBe(false);
    expect((await signIn(agent, 'do.mai', 'đường làng quanh co')).url).toBe('/tai-khoan/mat-khau');
  });

  it('never loses its last administrator', async () => {
    const admin = await signedIn(on, 'quan.tri');
    const { id } = await on.reader.findOneByOrFail(Staff, { username: 'quan.tri' });
    await admin.visit(`/quan-tri/tai-khoan/${id}`);
    const kept = await admin.submit({}, `/quan-tri/tai-khoan/${id}/khoa`);
    expect(kept.text).toContain('ít nhất một người quản trị');
    const still = await admin.submit({}, `/quan-tri/tai-khoan/${id}/bo-vai-tro`);
    expect(still.text).toContain('ít nhất một người quản trị');
  });

  it('ends at the subtree: neither people nor agencies outside can be reached', async () => {
    await aPerson(on, 'quan.tri.bo', ['ADMIN'], 'BTP');
    const outside = await on.reader.findOneByOrFail(Staff, { username: 'nguyen.lan' });
    const admin = await signedIn(on, 'quan.tri.bo');
    expect((await admin.visit('/quan-tri')).text).not.toContain('nguyen.lan');
    for (const way of ['', '/mat-khau']) {
      expect((await admin.visit(`/quan-tri/tai-khoan/${outside.id}${way}`)).status).toBe(404);
    }
    await admin.visit('/quan-tri/tai-khoan');
    const typed = { name: 'Ai Đó', username: 'ai.do', agency: 'VPCP', roles: ['HANDLER'] };
    expect((await admin.submit(typed, '/quan-tri/tai-khoan')).status).toBe(422);
    const body = new URLSearchParams({ _csrf: admin.csrf, role: 'ADMIN', agency: 'VPCP' }).toString();
    for (const step of ['khoa', 'mo-khoa', 'vai-tro', 'bo-vai-tro', 'mat-khau']) {
      expect((await admin.post(`/quan-tri/tai-khoan/${outside.id}/${step}`, body)).status).toBe(404);
    }
    expect((await admin.visit('/quan-tri/co-quan?q=van+phong+chinh+phu')).html).not.toContain('VPCP');
  });

  it('is closed to everybody else', async () => {
    const officer = await signedIn(on, 'nguyen.lan');
    expect((await officer.visit('/quan-tri')).status).toBe(403);
    expect((await on.browser().visit('/quan-tri')).url).toBe('/dang-nhap?tiep=%2Fquan-tri');
  });
});
