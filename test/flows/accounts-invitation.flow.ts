import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Grant } from '../../src/accounts/grant.entity.js';
import { Invitation } from '../../src/accounts/invitation.entity.js';
import { Staff } from '../../src/accounts/staff.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { anApplication, type TestApplication } from '../support/application.js';
import type { BrowserAgent, BrowserPage } from '../support/browser-agent.js';
import { PAGE_ENGINES } from '../support/database.js';
import { MailPeer } from '../support/mail-peer.js';
import { aPerson, isIn, PASSWORD, signedIn, signIn } from '../support/staff-way.js';

const DAY = 24 * 3_600_000;
const PERSON = {
  ...{ name: 'Phạm Văn Bình', email: 'binh@co.quan.example', agency: 'VPCP', roles: ['HANDLER'] },
  ...{ question: '', scopeQuestion: '', scope: '', position: '' },
};

/** What two pages have in common that differ only by the link that was asked for. */
const withoutLink = ({ html }: BrowserPage): string =>
  html.replaceAll(/\/loi-moi\/[\w-]+/g, '…').replace(/name="_csrf" value="[^"]*"/g, '');

describe.each(PAGE_ENGINES)('invitations on %s', (engine) => {
  let on: TestApplication;
  let admin: BrowserAgent;
  let peer: MailPeer;

  beforeAll(async () => {
    peer = await MailPeer.open();
    on = await anApplication(engine, undefined, {
      SMTP_URL: `smtp://127.0.0.1:${peer.port}`,
      MAIL_FROM: 'phan.anh@co.quan.example',
      BASE_URL: 'http://localhost',
    });
    await aPerson(on, 'quan.tri', ['ADMIN'], 'CP');
    await aPerson(on, 'quan.tri.bo', ['ADMIN'], 'BTP');
    admin = await signedIn(on, 'quan.tri');
  });
  afterAll(async () => {
    await on.close();
    await peer.goDown();
  });

  async function invited(username: string): Promise<{ id: number; link: string }> {
    await admin.visit('/quan-tri/loi-moi');
    const told = await admin.submit({ ...PERSON, username }, '/quan-tri/loi-moi');
    expect([told.status, told.text.includes('Đã gửi lời mời')]).toEqual([200, true]);
    const { id } = await on.reader.findOneByOrFail(Staff, { username });
    return { id, link: await mailedLink() };
  }

  /** The link of the letter that arrived last. */
  async function mailedLink(): Promise<string> {
    await on.runDue();
    const { text = '' } = peer.letters.at(-1) ?? {};
    return /\/loi-moi\/[\w-]{43}/.exec(text)?.[0] ?? 'none';
  }

  const accept = async (agent: BrowserAgent, link: string, next = PASSWORD): Promise<BrowserPage> => {
    await agent.visit(link);
    return agent.submit({ next, again: next }, link);
  };

  it('goes out by mail with a link that no table, no row of the outbox and no log holds', async () => {
    const { id, link } = await invited('pham.binh');
    expect(peer.letters.at(-1)?.recipient).toBe('binh@co.quan.example');
    const token = link.slice('/loi-moi/'.length);
    const stored = JSON.stringify([await on.reader.find(Invitation), await on.reader.find(OutboxMessage)]);
    expect(stored).not.toContain(token);
    expect((await signIn(on.browser(), 'pham.binh', '')).status).toBe(422);
    const page = await admin.visit(`/quan-tri/tai-khoan/${id}`);
    expect([page.text.includes('Đã mời'), page.text.includes('Khóa tài khoản')]).toEqual([true, false]);
    expect((await admin.visit(`/quan-tri/tai-khoan/${id}/mat-khau`)).status).toBe(200);
    const reset = await admin.submit(
      { password: 'đường làng quanh co' },
      `/quan-tri/tai-khoan/${id}/mat-khau`,
    );
    expect(reset.text).toContain('đang chờ người được mời');
  });

  it('opens the account once: a password by the rules, and the person is signed in', async () => {
    const { link } = await invited('vo.sau');
    const [agent, other] = [on.browser(), on.browser()];
    const shown = await agent.visit(link);
    expect([shown.html.includes('value="vo.sau"'), shown.headers['cache-control']]).toEqual([
      true,
      'no-store',
    ]);
    expect((await accept(agent, link, 'ngắn')).status).toBe(422);
    expect((await accept(agent, link, 'vo.sau-vo.sau')).status).toBe(422);
    await other.visit(link);
    const ends = await Promise.all([
      accept(agent, link),
      other.submit({ next: PASSWORD, again: PASSWORD }, link),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect([await isIn(agent), await isIn(other)].filter(Boolean)).toHaveLength(1);
    expect((await on.browser().visit(link)).status).toBe(404);
    expect((await signIn(on.browser(), 'vo.sau')).url).toBe('/can-bo');
  });

  it('says the same of links that are used, withdrawn, replaced, out of date, or were never one', async () => {
    const dead: string[] = ['/loi-moi/khong-co', `/loi-moi/${'A'.repeat(43)}`];
    const withdrawn = await invited('rut.lai');
    await admin.visit(`/quan-tri/tai-khoan/${withdrawn.id}`);
    await admin.submit({}, `/quan-tri/tai-khoan/${withdrawn.id}/thu-hoi-loi-moi`);
    dead.push(withdrawn.link);
    await admin.submit({}, `/quan-tri/tai-khoan/${withdrawn.id}/moi-lai`);
    const again = await mailedLink();
    expect((await on.browser().visit(again)).status).toBe(200);
    const late = await invited('qua.han');
    on.clock.advance(7 * DAY + 1);
    dead.push(late.link, again);
    const answers = await Promise.all(dead.map((link) => on.browser().visit(link)));
    expect(new Set(answers.map(withoutLink)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]?.text).toContain('Đường dẫn không còn dùng được');
    admin = await signedIn(on, 'quan.tri');
  });

  it('sends no letter for an invitation that was withdrawn before it left', async () => {
    await admin.visit('/quan-tri/loi-moi');
    await admin.submit({ ...PERSON, username: 'chua.gui' }, '/quan-tri/loi-moi');
    const { id } = await on.reader.findOneByOrFail(Staff, { username: 'chua.gui' });
    await admin.submit({}, `/quan-tri/tai-khoan/${id}/thu-hoi-loi-moi`);
    const before = peer.letters.length;
    await on.runDue();
    expect(peer.letters).toHaveLength(before);
  });

  it('keeps what was typed, and invites nobody into agencies outside the subtree', async () => {
    const part = await signedIn(on, 'quan.tri.bo');
    await part.visit('/quan-tri/loi-moi');
    for (const fields of [{}, { agency: 'BTP', scope: 'VPCP' }, { agency: 'BTP', email: '' }]) {
      const refused = await part.submit({ ...PERSON, username: 'ai.do', ...fields }, '/quan-tri/loi-moi');
      expect([refused.status, refused.html.includes('Phạm Văn Bình')]).toEqual([422, true]);
    }
    expect(await on.reader.existsBy(Staff, { username: 'ai.do' })).toBe(false);
    const found = await part.submit(
      { username: 'ai.do', find: 'scope', scopeQuestion: 'tu phap' },
      '/quan-tri/loi-moi',
    );
    expect(found.html).toContain('name="scope" value="BTP"');
  });

  it('moves a person to another agency of the subtree, roles and all, and ends the sessions', async () => {
    const [id, agent] = [await aPerson(on, 'dieu.dong'), await signedIn(on, 'dieu.dong')];
    await admin.visit(`/quan-tri/tai-khoan/${id}/dieu-dong`);
    const done = await admin.submit({ agency: 'BTP' }, `/quan-tri/tai-khoan/${id}/dieu-dong`);
    expect(done.text).toContain('Đã chuyển cơ quan công tác');
    expect(await isIn(agent)).toBe(false);
    const { agencyId } = await on.reader.findOneByOrFail(Staff, { id });
    expect((await on.reader.findBy(Grant, { staffId: id })).map((held) => held.agencyId)).toEqual([agencyId]);
    const part = await signedIn(on, 'quan.tri.bo');
    await part.visit(`/quan-tri/tai-khoan/${id}/dieu-dong`);
    expect((await part.submit({ agency: 'VPCP' }, `/quan-tri/tai-khoan/${id}/dieu-dong`)).status).toBe(422);
  });

  it('stands in the trail, by numbers alone', async () => {
    const entries = await on.reader.find(AuditEntry);
    const actions = entries.map(({ action }) => action);
    for (const action of [
      'invitation.send',
      'invitation.accept',
      'invitation.withdraw',
      'staff.add',
      'staff.move',
    ])
      expect(actions).toContain(action);
    expect(JSON.stringify(entries)).not.toMatch(/binh|Bình|example/);
  });
});

describe('an invitation without mail', () => {
  it('shows its link once, to whoever invites', async () => {
    const on = await anApplication('sqlite');
    await aPerson(on, 'quan.tri', ['ADMIN']);
    const admin = await signedIn(on, 'quan.tri');
    await admin.visit('/quan-tri/loi-moi');
    expect(admin.page.text).toContain('chưa cấu hình gửi thư');
    const told = await admin.submit({ ...PERSON, username: 'pham.binh' }, '/quan-tri/loi-moi');
    const link = /\/loi-moi\/[\w-]{43}/.exec(told.html)?.[0] ?? 'none';
    expect([told.status, told.headers['cache-control']]).toEqual([200, 'no-store']);
    const { id } = await on.reader.findOneByOrFail(Staff, { username: 'pham.binh' });
    expect((await admin.visit(`/quan-tri/tai-khoan/${id}`)).html).not.toContain(link.slice(9));
    const agent = on.browser();
    await agent.visit(link);
    expect((await agent.submit({ next: PASSWORD, again: PASSWORD }, link)).url).toBe('/can-bo');
    await on.close();
  });
});
