import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PartnerKey } from '../../src/accounts/partner-key.entity.js';
import { DEMO_PASSWORD } from '../../src/faces/operator/demo/demo-ground.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import type { BrowserAgent } from '../support/browser-agent.js';
import { anOffice, type Office } from '../support/office.js';
import { aPartner, type PartnerHouse, WORDS } from '../support/partner-house.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('partners', () => {
  let office: Office;
  let partner: PartnerHouse;
  beforeAll(async () => {
    office = await anOffice('sqlite');
    partner = await aPartner(office, 'Tổng đài 1022', 'HG');
  });
  afterAll(() => office.close());

  async function administrator(): Promise<BrowserAgent> {
    const browser = office.product.browser();
    await browser.visit('/dang-nhap');
    await browser.submit({ username: 'quantri', password: DEMO_PASSWORD });
    return browser;
  }

  it('bring each number once, and are told where the content differs', async () => {
    const first = await partner.bring('TD-1');
    expect(first).toMatchObject({
      partnerId: partner.id,
      channel: 'NATIONAL_PORTAL',
      externalNumber: 'TD-1',
    });
    expect((await partner.bring('TD-1')).id).toBe(first.id);
    const other = partner.bring('TD-1', { content: 'Nội dung khác.' });
    await expect(other).rejects.toMatchObject({ kind: 'conflict' });
    const submitter = { ...WORDS.submitter, name: 'Người khác' };
    await expect(partner.bring('TD-1', { submitter })).rejects.toMatchObject({ kind: 'conflict' });
    const narrow = await aPartner(office, 'Chỉ phường', 'HG-DS');
    expect((await narrow.bring('TD-1')).id).not.toBe(first.id);
    await expect(narrow.bring('TD-2', { agencyCode: 'HG-TT' })).rejects.toMatchObject({ kind: 'invalid' });
    const both = await Promise.allSettled([partner.bring('TD-race'), partner.bring('TD-race')]);
    expect(new Set(both.map((one) => (one.status === 'fulfilled' ? one.value.id : 0))).size).toBe(1);
    const told = { content: 'Lời khác, cùng một lúc.' };
    const unlike = await Promise.allSettled([partner.bring('TD-2'), partner.bring('TD-2', told)]);
    expect(unlike.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('read their items by their own numbers, as the submitters would, and nobody else’s', async () => {
    const item = await partner.bring('TD-read/5');
    await office.step(item.id, 'book', office.people.clerk);
    await office.step(item.id, 'start', office.people.handler);
    await office.step(item.id, 'askExtension', office.people.handler, { reason: 'Nội bộ thôi' });
    const { status, body } = await partner.get('/api/v1/partner/items/TD-read%2F5');
    expect([status, body.code, body.state, body.externalNumber]).toEqual([
      200,
      item.code,
      'in_progress',
      'TD-read/5',
    ]);
    expect(JSON.stringify(body)).not.toContain('Nội bộ thôi');
    const direct = await partner.get(`/api/v1/feedback/${item.code}`);
    expect(direct.body).toEqual(body);
    const list = await partner.get('/api/v1/partner/items?externalNumber=TD-read%2F5');
    expect(list.body.items).toMatchObject([{ code: item.code, state: 'in_progress' }]);
    const stranger = await aPartner(office, 'Người lạ', 'HG');
    expect((await stranger.get('/api/v1/partner/items/TD-read%2F5')).status).toBe(404);
    expect((await stranger.get('/api/v1/partner/items')).body.items).toEqual([]);
    expect((await partner.get('/api/v1/partner/items?cursor=x')).status).toBe(422);
  });

  it('take their items away as a file, with what they sent, in the trail', async () => {
    const { status, text } = await partner.raw('/api/v1/partner/export');
    expect(status).toBe(200);
    expect(text).toContain('"submitterName":"Trần Thị Đào"');
    expect(text.trim().split('\n')).toHaveLength(
      await office.product.reader.countBy(Feedback, { partnerId: partner.id }),
    );
    const trail = await office.product.reader.findBy(AuditEntry, {
      action: 'export.items',
      actorKind: 'partner',
    });
    expect(trail.at(-1)).toMatchObject({ actorId: partner.id, details: { contact: true } });
    const narrow = await partner.makeKey(['track']);
    expect((await partner.get('/api/v1/partner/export', narrow)).status).toBe(403);
  });

  it('are held to their keys: limit, expiry, revocation, suspension', async () => {
    const few = await partner.makeKey(['track'], 2);
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await partner.get('/api/v1/partner/items', few)).status);
    const last = await partner.get('/api/v1/partner/items', few);
    expect([...statuses, last.status]).toEqual([200, 200, 429, 429]);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    office.product.clock.advance(MINUTE);
    expect((await partner.get('/api/v1/partner/items', few)).status).toBe(200);
    const { reader } = office.product;
    const rows = await reader.find(PartnerKey, { where: { partnerId: partner.id }, order: { id: 'DESC' } });
    expect(rows[0]?.lastUsedAt).toBe(office.product.clock.now());
    expect(JSON.stringify(rows)).not.toContain(few.slice(-43));
    const admin = await administrator();
    await admin.visit(`/quan-tri/doi-tac/${partner.id}`);
    await admin.submit({}, `/quan-tri/doi-tac/${partner.id}/khoa/${rows[0]?.id}/thu-hoi`);
    expect((await partner.get('/api/v1/partner/items', few)).status).toBe(401);
    await admin.submit({ active: '0' }, `/quan-tri/doi-tac/${partner.id}/trang-thai`);
    expect((await partner.get('/api/v1/partner/items')).status).toBe(401);
    await admin.submit({ active: '1' }, `/quan-tri/doi-tac/${partner.id}/trang-thai`);
    expect((await partner.get('/api/v1/partner/items')).status).toBe(200);
    const done = (await reader.findBy(AuditEntry, { subjectKind: 'partner', actorKind: 'staff' })).map(
      ({ action }) => action,
    );
    expect(done).toEqual(['partner.key.revoke', 'partner.suspend', 'partner.reinstate']);
  });

  it('are set up by those who administer the whole installation', async () => {
    const admin = await administrator();
    await admin.visit('/quan-tri/doi-tac/moi');
    const bad = await admin.submit({ name: '', agency: 'KHONG-CO' });
    expect([bad.status, bad.text.includes('Vui lòng điền mục “Tên đối tác”')]).toEqual([422, true]);
    await admin.visit('/quan-tri/doi-tac/moi');
    const page = await admin.submit({ name: 'Cổng mới', channel: 'PHONE', agency: 'HG' });
    expect(page.text).toContain('Đã thêm đối tác');
    await admin.visit(`${page.url}/khoa`);
    const made = await admin.submit({
      label: 'chính',
      scopes: ['changes'],
      perMinute: '60',
      lastDay: '2026-03-12',
    });
    const [key = ''] = /lnk_[a-z2-7]{12}_[\w-]{43}/.exec(made.text) ?? [];
    expect(made.headers['cache-control']).toBe('no-store');
    expect((await partner.get('/api/v1/changes', key)).status).toBe(200);
    office.product.clock.advance(3 * DAY);
    expect((await partner.get('/api/v1/changes', key)).status).toBe(401);
    const again = await administrator();
    expect((await again.visit(page.url)).text).not.toContain(key.slice(-43));
    const local = office.product.browser();
    expect((await local.visit('/quan-tri/doi-tac')).url).toContain('/dang-nhap');
  });
});
