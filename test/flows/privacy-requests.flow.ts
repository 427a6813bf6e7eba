import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Erasure } from '../../src/feedback/erasure.entity.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { MORNING } from '../support/application.js';
import { PERSON, PrivacyHouse, TRACES } from '../support/privacy-house.js';

const ADDRESS = '/quan-tri/du-lieu-ca-nhan';
const DAY = 86_400_000;

describe('what an administrator does with personal data', () => {
  const desk = new PrivacyHouse();
  beforeAll(() => desk.open('sqlite', { LOG_LEVEL: 'trace' }));
  afterAll(() => desk.close());

  const actions = async (): Promise<string[]> =>
    (await desk.house.reader.find(AuditEntry, { order: { id: 'ASC' } })).map(({ action }) => action);

  it('sets how long they are kept and who may look, after a look at what that would erase', async () => {
    const admin = await desk.as('quantri');
    const page = await admin.visit(ADDRESS);
    expect(page.status).toBe(200);
    const bad = await admin.submit({ CLOSED: '0', roles: [] }, ADDRESS);
    expect(bad.status).toBe(422);
    expect(bad.html).toContain('id="CLOSED-error"');
    expect(bad.html).toContain('id="roles-error"');
    await admin.visit(ADDRESS);
    const tried = await admin.submit({ WITHDRAWN: '1', trial: 'yes' }, ADDRESS);
    expect(tried.text).toContain('Chưa lưu gì');
    await admin.visit(ADDRESS);
    expect(admin.form(ADDRESS).values['WITHDRAWN']).toBe('5');
    await admin.submit({ WITHDRAWN: '2', roles: ['INTAKE_OFFICER'], trial: undefined }, ADDRESS);
    const told = await desk.house.browser().visit('/quyen-rieng-tu');
    expect(told.text).toMatch(/Hồ sơ đã rút\s*2 năm/);
    expect(told.text).toContain('cán bộ tiếp nhận');
    expect(told.text).not.toContain('chuyên viên giải quyết');
    expect((await desk.house.browser().visit('/quyen-rieng-tu?lang=en')).text).toContain('2 years');
    expect(await actions()).toContain('setting.change');
  });

  it('finds a person’s items by the exact number, hands over, and erases by a document, with a certificate', async () => {
    const ended = await desk.told();
    const open = await desk.told();
    await desk.citizen(ended.code, 'withdraw', {});
    const admin = await desk.as('quantri');
    await admin.visit(ADDRESS);
    expect((await admin.submit({ phone: '', email: '' }, `${ADDRESS}/tim`)).status).toBe(422);
    expect((await admin.submit({ phone: '0987650124' }, `${ADDRESS}/tim`)).text).toContain(
      'Không có hồ sơ nào',
    );
    const found = await admin.submit({ phone: PERSON.phone }, `${ADDRESS}/tim`);
    expect(found.text).toContain(ended.code);
    expect(found.text).toContain('Tìm thấy 2 hồ sơ');
    expect(found.text).not.toMatch(new RegExp(PERSON.name));

    const body = { _csrf: admin.csrf, phone: PERSON.phone, email: '' };
    const file = JSON.parse((await admin.postForBytes(`${ADDRESS}/xuat`, body)).toString()) as {
      items: object[];
    };
    expect(file.items).toMatchObject([
      { code: ended.code },
      { code: open.code, submitter: { name: PERSON.name } },
    ]);

    const asked = await admin.submit({}, `${ADDRESS}/xoa`);
    expect(asked.text).toContain('sẽ bị xóa ngay');
    expect(asked.text).toContain('chưa kết thúc, chưa xóa được');
    const faulty = await admin.submit(
      { reason: '', document: `theo đơn ông ${PERSON.name}` },
      `${ADDRESS}/xoa`,
    );
    expect(faulty.status).toBe(422);
    for (const name of ['reason', 'document', 'confirm']) expect(faulty.html).toContain(`id="${name}-error"`);
    expect((await desk.item(ended.code)).erasedAt).toBeNull();
    const decision = { reason: 'SUBJECT_REQUEST', document: '45/QĐ-UBND', confirm: 'yes' };
    const certificate = await admin.submit(decision, `${ADDRESS}/xoa`);
    expect(certificate.url).toContain(`${ADDRESS}/bien-ban/QD-`);
    for (const words of ['45/QĐ-UBND', ended.code, 'nhật ký còn nguyên vẹn', 'thông tin liên hệ: 1'])
      expect(certificate.text).toContain(words);
    expect(certificate.text).not.toMatch(TRACES);
    expect(certificate.text).not.toContain(open.code);
    expect((await desk.item(open.code)).erasedAt).toBeNull();
    expect(await desk.house.reader.countBy(Erasure, { rule: 'DECISION' })).toBe(1);
    expect((await admin.visit(ADDRESS)).text).toContain('Quyết định của cơ quan');
    expect(await actions()).toEqual(
      expect.arrayContaining(['personal.find', 'personal.export', 'personal.erase']),
    );
    const trail = JSON.stringify(await desk.house.reader.find(AuditEntry));
    expect(trail).not.toMatch(TRACES);
  });

  it('is for the whole installation’s administrator alone', async () => {
    const clerk = await desk.as('tiepnhan');
    expect((await clerk.visit(ADDRESS)).status).toBe(403);
    expect((await desk.house.browser().visit(ADDRESS)).url).toContain('/dang-nhap');
  });

  it('an open item is not erased at its submitter’s request', async () => {
    const { code } = await desk.told();
    const citizen = await desk.opened(code);
    const page = await citizen.visit('/tra-cuu/ho-so/du-lieu');
    expect(page.text).toContain('Xin rút hồ sơ, hoặc chờ hồ sơ kết thúc');
    await citizen.visit('/tra-cuu/ho-so');
    const forged = new URLSearchParams({ _csrf: citizen.csrf, code, confirm: 'yes' }).toString();
    expect((await citizen.post('/tra-cuu/ho-so/du-lieu/xoa', forged)).status).toBe(409);
    expect((await desk.item(code)).erasureAskedAt).toBeNull();
  });

  it('leaves nothing of the person in the log, whatever was sent and wherever it failed', async () => {
    const citizen = desk.house.browser();
    await citizen.visit(`/khong-co/${PERSON.phone}?ten=${encodeURIComponent(PERSON.name)}`);
    await citizen.visit('/gui');
    await citizen.submit(
      { title: PERSON.name, phone: PERSON.phone, content: PERSON.address },
      '/gui/kiem-tra',
    );
    await (await desk.as('tiepnhan')).visit(`/can-bo?q=${PERSON.phone}`);
    await desk.house.runDue();
    expect(desk.logged.length).toBeGreaterThan(30);
    expect(desk.logged.join('')).toContain('"route":"/quan-tri/du-lieu-ca-nhan/tim"');
    expect(desk.logged.filter((line) => TRACES.test(line))).toEqual([]);
  });

  it('done rows of the outbox go after three months; what waits or is parked stays', async () => {
    const row = (key: string, state: OutboxMessage['state']): object => ({
      ...{
        topic: 'nobody.works',
        key,
        payload: {},
        runAt: MORNING - DAY,
        state,
        attempts: 0,
        claimedUntil: 0,
      },
      lastError: null,
    });
    await desk.house.write(async (tx) => {
      await tx.insert(OutboxMessage, [
        row('done-row', 'DONE'),
        row('parked-row', 'PARKED'),
      ] as OutboxMessage[]);
    });
    const left = async (key: string): Promise<boolean> => desk.house.reader.existsBy(OutboxMessage, { key });
    await desk.at(MORNING + 80 * DAY, async () => {
      await desk.house.runDue();
      expect(await left('done-row')).toBe(true);
    });
    await desk.at(MORNING + 92 * DAY, async () => {
      await desk.house.runDue();
      expect([await left('done-row'), await left('parked-row')]).toEqual([false, true]);
    });
  }, 60_000);
});
