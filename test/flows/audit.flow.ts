import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.service.js';
import { AuditList } from '../../src/faces/administrator/audit-list.service.js';
import { StaffService } from '../../src/accounts/staff.service.js';
import { Staff } from '../../src/accounts/staff.entity.js';
import { DEMO_PASSWORD } from '../../src/faces/operator/demo/demo-ground.js';
import type { BrowserAgent } from '../support/browser-agent.js';
import { PAGE_ENGINES } from '../support/database.js';
import { decode } from '../support/html-form.js';
import { DeskHouse } from '../support/desk-house.js';

const PERIOD = 'from=&to=';
/** The deeds of a page, as the table prints them. */
const rows = (html: string): string[] =>
  html
    .split('<tr>')
    .slice(2)
    .map((row) =>
      decode(row.replace(/<[^>]+>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim(),
    );

describe.each(PAGE_ENGINES)('the trail on %s', (engine) => {
  const desk = new DeskHouse();
  let admin: BrowserAgent;
  let part: BrowserAgent;
  let code: string;

  const idOf = async (username: string): Promise<number> =>
    (await desk.house.reader.findOneByOrFail(Staff, { username })).id;

  beforeAll(async () => {
    await desk.open(engine);
    const agencyId = desk.agencyId('HG-DS');
    const grants = [{ role: 'ADMIN', agencyId }] as const;
    const person = { username: 'quantri.xa', name: 'Quản Trị Xã', agencyId, password: DEMO_PASSWORD, grants };
    await desk.house.app.get(StaffService).add({ ...person, passwordTemporary: false });
    code = await desk.submitted({ title: 'Nội dung không ai ở đây được đọc' });
    await desk.done('tiepnhan', code, 'book');
    await desk.done('tiepnhan', code, 'forward', { agency: 'HG-DS' });
    await desk.done('dongson', code, 'accept');
    await desk.house.write((tx) =>
      desk.house.app.get(AuditTrail).record(
        tx,
        { kind: 'staff', id: 1 },
        {
          ...{ action: 'contact.look', subjectKind: 'feedback', subject: code, purpose: 'CONTACT' },
        },
      ),
    );
    admin = await desk.as('quantri');
    part = await desk.as('quantri.xa');
  });
  afterAll(() => desk.close());

  it('shows deeds and the steps of staff as one list, newest first, by the item’s code alone', async () => {
    const { html, text } = await admin.visit(`/quan-tri/nhat-ky?${PERIOD}&subject=${code.toLowerCase()}`);
    const list = rows(html);
    expect(list).toHaveLength(4);
    expect(list[0]).toContain('Xem thông tin liên hệ');
    expect(list[0]).toContain('Liên hệ người gửi');
    expect(list.at(-1)).toContain('vào sổ');
    expect(text).not.toContain('Nội dung không ai ở đây được đọc');
  });

  it('narrows by person, kind, deed, purpose and period', async () => {
    const found = async (query: string): Promise<string[]> =>
      rows((await admin.visit(`/quan-tri/nhat-ky?${query}`)).html);
    expect((await found(`${PERIOD}&purpose=CONTACT`)).length).toBe(1);
    expect((await found(`${PERIOD}&action=item.forward&subject=${code}`)).length).toBe(1);
    expect((await found(`${PERIOD}&action=item.forward&kind=staff`)).length).toBe(0);
    expect((await found(`${PERIOD}&who=khong-co-ai-ten-nay`)).length).toBe(0);
    expect((await found('from=2019-01-01&to=2019-12-31')).length).toBe(0);
    const signIns = await found(`${PERIOD}&action=session.begin&who=quantri`);
    expect(signIns.length).toBeGreaterThan(0);
    expect(signIns.every((row) => row.includes('(quantri'))).toBe(true);
    const bad = await admin.visit('/quan-tri/nhat-ky?from=2026-02-30&action=khong.co&kind[]=x');
    expect(bad.status).toBe(422);
  });

  it('shows administrators of a part what is by or about their own people', async () => {
    const { html } = await part.visit(`/quan-tri/nhat-ky?${PERIOD}&subject=${code}`);
    expect(rows(html).map((row) => /dongson/.test(row))).toEqual([true]);
    await admin.visit(`/quan-tri/tai-khoan/${await idOf('dongson')}`);
    await admin.submit({}, `/quan-tri/tai-khoan/${await idOf('dongson')}/khoa`);
    await admin.submit({}, `/quan-tri/tai-khoan/${await idOf('dongson')}/mo-khoa`);
    const about = rows((await part.visit(`/quan-tri/nhat-ky?${PERIOD}&subject=dongson`)).html);
    expect(about[0]).toContain('Mở khóa tài khoản');
    expect(about[1]).toContain('Khóa tài khoản');
    const other = await part.visit(`/quan-tri/nhat-ky?${PERIOD}&subject=tiepnhan`);
    expect(rows(other.html)).toHaveLength(0);
    expect((await part.visit(`/quan-tri/tai-khoan/${await idOf('tiepnhan')}/nhat-ky`)).status).toBe(404);
    for (const way of ['/quan-tri/thu', '/quan-tri/hang-gui', '/quan-tri/dinh-tuyen', '/quan-tri/hai-buoc']) {
      expect((await part.visit(way)).status).toBe(403);
      expect((await part.visit('/quan-tri')).html).not.toContain(`href="${way}"`);
      expect((await admin.visit('/quan-tri')).html).toContain(`href="${way}"`);
    }
  });

  it('hides from an administrator what is about the own conduct, its code included', async () => {
    const own = await idOf('quantri');
    await desk.house.write((tx) =>
      tx.query(`UPDATE feedback SET "concernsStaffId" = ${own} WHERE code = '${code}'`),
    );
    expect(rows((await admin.visit(`/quan-tri/nhat-ky?${PERIOD}&subject=${code}`)).html)).toHaveLength(0);
    await desk.house.write((tx) =>
      tx.query(`UPDATE feedback SET "concernsStaffId" = NULL WHERE code = '${code}'`),
    );
  });

  it('pages by key over both tables, without gaps or doubles, and exports the same', async () => {
    const trail = desk.house.app.get(AuditTrail);
    await desk.house.write(async (tx) => {
      for (let n = 0; n < 120; n++) {
        const note = { action: 'setting.change', subjectKind: 'setting', subject: `=many.${n}` };
        await trail.record(tx, { kind: 'operator' }, note);
      }
    });
    const seen: string[] = [];
    let page = await admin.visit(`/quan-tri/nhat-ky?${PERIOD}`);
    for (;;) {
      seen.push(...rows(page.html));
      const [, next] = /rel="next" href="([^"]+)"/.exec(page.html) ?? [];
      if (!next) break;
      page = await admin.visit(decode(next));
    }
    const many = seen.filter((row) => row.includes('=many.'));
    expect(new Set(many).size).toBe(120);
    expect(many[0]).toContain('=many.119');
    await admin.visit(`/quan-tri/nhat-ky?${PERIOD}`);
    const csv = await admin.submit({}, '/quan-tri/nhat-ky/tep.csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = csv.html.trim().split('\r\n');
    expect(csv.html.startsWith('\uFEFF')).toBe(true);
    // The export itself stands in it, since it was written down before.
    expect(lines).toHaveLength(seen.length + 2);
    expect(lines[1]).toContain('Xuất nhật ký');
    expect(csv.html).toContain("'=many.7");
    expect(csv.html).not.toContain(',=many');
  });

  it('takes nothing away where the question is not understood', async () => {
    for (const wrong of [{ from: '2026-99-99' }, { kind: '\0' }]) {
      await admin.visit(`/quan-tri/nhat-ky?${PERIOD}`);
      const answer = await admin.submit(wrong, '/quan-tri/nhat-ky/tep.csv');
      expect(answer.status).toBe(422);
      expect(answer.headers['content-type']).toContain('text/html');
    }
  });

  it('serves others while a long trail is written into a file', async () => {
    await desk.house.write(async (tx) => {
      const note = { action: 'setting.change', subjectKind: 'setting', subject: 'long' };
      const entry = { ...note, at: 0, actorKind: 'operator', purpose: null, details: null } as const;
      for (let n = 0; n < 3; n++)
        await tx.insert(
          AuditEntry,
          Array.from({ length: 600 }, () => ({ ...entry })),
        );
    });
    const list = desk.house.app.get(AuditList);
    const all = { kind: '', action: '', purpose: '', from: null, until: null, actorIds: null };
    const question = { ...all, subject: { texts: ['long'], staffId: null }, within: null, viewerId: 0 };
    let turns = 0;
    const count = (): void => void (turns++, (turn = setImmediate(count)));
    let turn = setImmediate(count);
    const seen: number[] = [];
    for await (const piece of list.pieces(question, 500)) seen.push(piece.length, turns);
    clearImmediate(turn);
    expect(seen.filter((_, index) => index % 2 === 0)).toEqual([500, 500, 500, 300]);
    expect(new Set(seen.filter((_, index) => index % 2 === 1)).size).toBe(4);
  });

  it('has a page of what one person did', async () => {
    const { text, html } = await admin.visit(`/quan-tri/tai-khoan/${await idOf('tiepnhan')}/nhat-ky`);
    expect(text).toContain('vào sổ');
    expect(rows(html).every((row) => row.includes('(tiepnhan)'))).toBe(true);
  });

  it('never holds a name that somebody typed', async () => {
    const guesser = desk.house.browser();
    await guesser.visit('/dang-nhap');
    await guesser.submit({ username: 'mat.khau.cua.toi', password: 'sai mật khẩu rồi' }, '/dang-nhap');
    const [last] = await desk.house.reader.find(AuditEntry, { order: { id: 'DESC' }, take: 1 });
    expect(last).toMatchObject({
      action: 'session.refuse',
      subject: '-',
      actorKind: 'system',
      actorId: null,
    });
    expect(JSON.stringify(await desk.house.reader.find(AuditEntry))).not.toContain('mat.khau');
  });

  it('is for administrators alone', async () => {
    for (const username of ['tiepnhan', 'giamsat', 'hoidong']) {
      expect((await (await desk.as(username)).visit('/quan-tri/nhat-ky')).status).toBe(403);
    }
  });
});
