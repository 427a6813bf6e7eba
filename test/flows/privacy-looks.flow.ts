import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contactRoles } from '../../src/feedback/contact-policy.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Choices } from '../../src/platform/installation/choices.service.js';
import type { BrowserAgent, BrowserPage } from '../support/browser-agent.js';
import { REPLY } from '../support/desk-house.js';
import { readPdf } from '../support/pdf-text.js';
import { PERSON, PrivacyHouse } from '../support/privacy-house.js';

const GIVEN = { type: 'INDIVIDUAL' as const, name: 'Lê Thị Che', phone: '0911222333' };
const SUBMITTER = { ...GIVEN, address: 'Số 9 phố Kín, phường Đông Sơn', email: 'che.le@vidu.vn' };
const HIDDEN = ['Lê Thị Che', '0911222333', 'phố Kín', 'che.le@vidu.vn'];
const PLAIN = { title: 'Chờ lâu', content: 'Tôi chờ hai giờ.', place: null, concernedName: null, files: [] };

describe('looking at contact data', () => {
  const desk = new PrivacyHouse();
  let code: string;
  beforeAll(async () => {
    await desk.open('sqlite');
    code = (await desk.told({ ...PLAIN, submitter: SUBMITTER })).code;
  });
  afterAll(() => desk.close());

  const itemAddress = (): string => `/can-bo/ho-so/${code}`;
  const looks = (): Promise<AuditEntry[]> =>
    desk.house.reader.find(AuditEntry, { where: { action: 'contact.look' }, order: { id: 'ASC' } });

  async function forced(username: string, purpose = 'HANDLE'): Promise<BrowserPage> {
    const agent = await desk.as(username);
    await agent.visit('/tai-khoan');
    const body = new URLSearchParams({ _csrf: agent.csrf, purpose }).toString();
    return agent.post(`${itemAddress()}/lien-he`, body);
  }

  function expectNothing({ text }: BrowserPage): void {
    for (const secret of HIDDEN) expect(text).not.toContain(secret);
  }

  it('is masked until somebody says why; the look is written down, lasts for one page, and is kept by nobody', async () => {
    const clerk = await desk.as('tiepnhan');
    const masked = await clerk.visit(itemAddress());
    expectNothing(masked);
    for (const shown of ['L…', '09•• ••• 333', 'c•••@vidu.vn', '•••, phường Đông Sơn'])
      expect(masked.text).toContain(shown);

    const faulty = await clerk.submit({ purpose: '' }, `${itemAddress()}/lien-he`);
    expect(faulty.status).toBe(422);
    expect(faulty.html).toContain('id="purpose-error"');
    expectNothing(faulty);
    expect(await looks()).toEqual([]);

    const shown = await clerk.submit({ purpose: 'CONTACT' }, `${itemAddress()}/lien-he`);
    expect(shown.status).toBe(200);
    expect(shown.headers['cache-control']).toBe('no-store');
    for (const secret of HIDDEN) expect(shown.text).toContain(secret);
    expect(shown.text).toContain('Đang hiển thị để: Liên hệ người gửi');
    const [look] = await looks();
    expect(look).toMatchObject({
      ...{ actorKind: 'staff', subjectKind: 'feedback', subject: code, purpose: 'CONTACT' },
      details: { form: 'page' },
    });
    expect(JSON.stringify(await looks())).not.toMatch(/Che|0911222333/);
    expectNothing(await clerk.visit(itemAddress()));
    expectNothing(await clerk.visit(`${itemAddress()}/lien-he`));
  });

  it('is nobody else’s: supervisors read it masked, publishers nothing, and asking by force writes no look', async () => {
    const before = (await looks()).length;
    const watched = await (await desk.as('giamsat')).visit(itemAddress());
    expectNothing(watched);
    expect(watched.text).toContain('vai trò của Ông/Bà không được xem đầy đủ');
    expect((await forced('giamsat')).status).toBe(403);
    for (const stranger of ['congkhai', 'quantri', 'dongson']) {
      const { status } = await forced(stranger);
      expect([stranger, [403, 404].includes(status)]).toEqual([stranger, true]);
    }
    expect((await forced('tiepnhan', 'TOMO')).status).toBe(422);
    expect((await looks()).length).toBe(before);
  });

  it('is kept from handlers where the authority has decided so', async () => {
    const { app } = desk.house;
    await desk.house.write((tx) =>
      app.get(Choices).set(tx, contactRoles, ['INTAKE_OFFICER'], { kind: 'operator' }),
    );
    const handled = await (await desk.as('xuly')).visit(itemAddress());
    expect(handled.html).not.toContain('/lien-he');
    expect((await forced('xuly')).status).toBe(403);
    await desk.house.write((tx) =>
      app.get(Choices).set(tx, contactRoles, contactRoles.standard, { kind: 'operator' }),
    );
    expect((await forced('xuly')).text).toContain('0911222333');
  });

  it('does not leave by the side: compared items, templates, letters', async () => {
    const twin = await desk.told({ ...PLAIN, submitter: SUBMITTER });
    const compared = await (await desk.as('tiepnhan')).visit(`${itemAddress()}/so-sanh/${twin.code}`);
    expect(compared.status).toBe(200);
    expectNothing(compared);

    await desk.done('tiepnhan', code, 'book');
    await desk.done('xuly', code, 'start');
    await desk.done('xuly', code, 'draft', REPLY);
    const handler = await desk.as('xuly');
    const draft = readPdf((await handler.download(`${itemAddress()}/tra-loi.pdf`)).body as Buffer);
    expect(draft.text).toContain('Kính gửi: Ông/Bà L…');
    await desk.done('lanhdao', code, 'approve', {});
    const before = (await looks()).length;
    const posted = await letterFor(handler);
    expect(posted.text).toContain('Kính gửi: Ông/Bà Lê Thị Che');
    expect(posted.text).toContain('Số 9 phố Kín');
    expect((await looks()).slice(before)).toMatchObject([
      { purpose: 'CONTACT', details: { form: 'letter' } },
    ]);
  });

  async function letterFor(agent: BrowserAgent): Promise<ReturnType<typeof readPdf>> {
    await agent.visit(itemAddress());
    return readPdf(await agent.postForBytes(`${itemAddress()}/tra-loi.pdf`, { _csrf: agent.csrf }));
  }

  it('the submitter reads who looked, when and why, without a name', async () => {
    const citizen = await desk.opened(code);
    const { text, headers } = await citizen.visit('/tra-cuu/ho-so/du-lieu');
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toMatch(/Ủy ban nhân dân tỉnh[^·]*· Liên hệ người gửi/);
    expect(text).toContain('0911222333');
    const file = JSON.parse(
      ((await citizen.download('/tra-cuu/ho-so/du-lieu.json')).body as Buffer).toString(),
    ) as Record<string, unknown>;
    expect(file).toMatchObject({ code, title: 'Chờ lâu', submitter: { phone: '0911222333' } });
    expect(file['looks']).toHaveLength((await looks()).length);
    const taken = { action: 'personal.export', actorKind: 'citizen', subject: code } as const;
    expect(await desk.house.reader.countBy(AuditEntry, taken)).toBe(1);
    expect(JSON.stringify(file)).not.toContain(PERSON.name);
    expect((await desk.house.browser().visit('/tra-cuu/ho-so/du-lieu')).url).toBe('/tra-cuu');
    expect((await desk.house.browser().download('/tra-cuu/ho-so/du-lieu.json')).status).toBe(404);
  });
});
