import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Staff } from '../../src/accounts/staff.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Settings } from '../../src/platform/config/settings.js';
import { DeskHouse, REPLY } from '../support/desk-house.js';
import { readPdf } from '../support/pdf-text.js';
import { aPerson, signedIn } from '../support/staff-way.js';
import { jpegWithPlace } from '../support/made-files.js';

const SYSTEM = '/quan-tri/he-thong';
const HEADING = '/quan-tri/he-thong/giay-to';
const STATUS = '/quan-tri/tinh-trang';
const GOALS = '/quan-tri/chi-tieu';
const IDENTITY = {
  name: 'Cổng phản ánh, kiến nghị tỉnh Hòa Giang',
  address: 'Số 1 đường Độc Lập, phường Trung Tâm',
  phone: '0219 3866 866',
  email: 'pakn@hoagiang.example',
};

describe('the authority of an installation', () => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open('sqlite'));
  afterAll(() => desk.close());

  const deeds = async (action: string): Promise<AuditEntry[]> =>
    desk.house.reader.find(AuditEntry, { where: { action }, order: { id: 'ASC' } });

  it('is named on every page, and its mark is kept by browsers for good', async () => {
    const admin = await desk.as('quantri');
    await admin.visit(SYSTEM);
    expect(admin.page.html).toContain('· Lắng Nghe</title>');
    const named = await admin.upload(IDENTITY, [{ name: 'dau.jpg', bytes: await jpegWithPlace() }], SYSTEM);
    expect([named.status, named.url, named.text.includes('Đã lưu')]).toEqual([200, SYSTEM, true]);
    const { html, text } = await desk.house.browser().visit('/tra-cuu');
    expect(html).toContain(`· ${IDENTITY.name}</title>`);
    expect(text).toContain(IDENTITY.address);
    expect(html).toContain('href="tel:02193866866"');
    const address = /src="(\/bieu-trung\/[0-9a-f]{12})"/.exec(html)?.[1] ?? '';
    const mark = await desk.house.browser().download(address);
    const headers = mark.headers as Record<string, string>;
    expect([mark.status, headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((mark.body as Buffer).includes('Exif')).toBe(false);
    const older = await desk.house.browser().download('/bieu-trung/0123456789ab');
    expect((older.headers as Record<string, string>)['cache-control']).toBe('no-cache');
  });

  it('refuses what is no picture, keeps what was typed, and goes back to its own mark', async () => {
    const admin = await desk.as('quantri');
    await admin.visit(SYSTEM);
    const bad = await admin.upload(
      { ...IDENTITY, name: 'Tên mới' },
      [{ name: 'dau.png', bytes: Buffer.from('<svg onload="alert(1)"/>') }],
      SYSTEM,
    );
    expect([
      bad.status,
      bad.text.includes('Không đọc được ảnh'),
      bad.html.includes('value="Tên mới"'),
    ]).toEqual([422, true, true]);
    expect(bad.html).toContain(`· ${IDENTITY.name}</title>`);
    const wrong = await admin.submit({ ...IDENTITY, email: 'không phải thư' }, SYSTEM);
    expect(wrong.status).toBe(422);
    await admin.visit(SYSTEM);
    const { html } = await admin.submit({}, `${SYSTEM}/bieu-trung/bo`);
    expect(html).not.toContain('/bieu-trung/0');
    expect(html).toContain('class="mark__leaf"');
    const [first] = await deeds('setting.change');
    expect(first).toMatchObject({ subject: 'authority.mark', actorKind: 'staff' });
    expect(JSON.stringify(await deeds('setting.change'))).not.toContain('Hòa Giang');
  });

  it('words the heading of its papers, and who usually signs', async () => {
    const admin = await desk.as('quantri');
    await admin.visit(HEADING);
    const odd = await admin.submit({ agency: 'KHONG-CO' }, HEADING);
    expect(odd.status).toBe(422);
    const words = { superior: 'UBND TỈNH THỬ', office: 'VĂN PHÒNG THỬ', place: 'Phố Thử' };
    const saved = await admin.submit(
      { ...words, signatory: 'Lê Văn Ký, Chánh Văn phòng', agency: '', question: '' },
      HEADING,
    );
    expect(saved.text).toContain('Đã lưu');
    const code = await desk.submitted();
    await desk.done('tiepnhan', code, 'book');
    await desk.done('xuly', code, 'start');
    const handler = await desk.as('xuly');
    const { html } = await handler.visit(`/can-bo/ho-so/${code}/draft`);
    expect(html).toContain('value="Lê Văn Ký, Chánh Văn phòng"');
    await desk.done('xuly', code, 'draft', REPLY);
    const answer = await handler.download(`/can-bo/ho-so/${code}/tra-loi.pdf`);
    const { text } = readPdf(answer.body as Buffer);
    for (const part of ['UBND TỈNH THỬ', 'VĂN PHÒNG THỬ', 'Phố Thử, ngày']) expect(text).toContain(part);
  });

  it('sets targets that hold for a time, tells supervisors, and refuses what contradicts itself', async () => {
    const admin = await desk.as('quantri');
    await admin.visit(GOALS);
    const typed = { onTime: '90', satisfied: '99,5', excellent: '95', good: '96', fulfilled: '70' };
    const disorder = await admin.submit({ ...typed, validFrom: '01/01/2026' }, GOALS);
    expect([disorder.status, disorder.text.includes('phải thấp hơn mức')]).toEqual([422, true]);
    const beyond = await admin.submit({ good: '85', excellent: '120' }, GOALS);
    expect([beyond.status, beyond.text.includes('từ 0 đến 100')]).toEqual([422, true]);
    const set = await admin.submit({ excellent: '95', handled: '110,6' }, GOALS);
    expect([set.status, set.text.includes('110,6%')]).toEqual([200, true]);
    const again = await admin.submit({ ...typed, good: '80', validFrom: '01/06/2026' }, GOALS);
    expect([again.status, again.text.includes('trùng thời gian')]).toEqual([422, true]);
    const supervisor = await desk.as('giamsat');
    const { text } = await supervisor.visit('/giam-sat?from=2026-01-01&to=2026-03-10');
    expect(text).toMatch(/Chỉ tiêu 90%: (đạt|chưa đạt|chưa có hồ sơ)/);
    expect((await desk.house.browser().visit('/so-lieu')).text).not.toContain('Chỉ tiêu 90%');
    const end = /\/quan-tri\/chi-tieu\/(\d+)\/ket-thuc/.exec((await admin.visit(GOALS)).html)?.[0] ?? '';
    await admin.visit(end);
    expect((await admin.submit({ lastDay: '31/12/2025' }, end)).status).toBe(422);
    expect((await admin.submit({ lastDay: '31/03/2026' }, end)).text).toContain('31/03/2026');
    expect((await deeds('goal.add')).map(({ details }) => details?.['onTime'])).toEqual([9_000]);
  });

  it('says how it stands without a secret, and sends a letter to try', async () => {
    const admin = await desk.as('quantri');
    const { html, text } = await admin.visit(STATUS);
    for (const part of ['1 (khi cài đặt)', 'SQLite', 'Quét vi-rút', '2026']) expect(text).toContain(part);
    const { dataDir } = desk.house.app.get(Settings);
    const secrets = readFileSync(join(dataDir, 'secrets.json'), 'utf8');
    const { sessionSecret, pinKeys } = JSON.parse(secrets) as {
      sessionSecret: string;
      pinKeys: Record<string, string>;
    };
    for (const secret of [sessionSecret, ...Object.values(pinKeys)]) expect(html).not.toContain(secret);
    expect(text).toContain('chưa có thư điện tử công vụ');
    const email = 'quantri@hoagiang.example';
    await desk.house.write((tx) => tx.update(Staff, { username: 'quantri' }, { email }));
    await admin.visit(STATUS);
    const sent = await admin.submit({}, `${STATUS}/thu-nghiem`);
    expect(sent.text).toContain('Đã xếp thư thử');
    await admin.submit({}, `${STATUS}/thu-nghiem`);
    await desk.house.runDue();
    const letters = readdirSync(join(dataDir, 'mail')).filter((name) =>
      name.startsWith('letter.account-test'),
    );
    expect(letters).toHaveLength(1);
    const letter = readFileSync(join(dataDir, 'mail', letters[0] ?? ''), 'utf8');
    expect(letter).toMatch(/^From: =\?UTF-8\?/m);
    expect(letter).toContain('quantri@');
  });

  it('is run by those who administer all of it', async () => {
    await aPerson(desk.house, 'quan.tri.phuong', ['ADMIN'], 'HG-DS');
    const part = await signedIn(desk.house, 'quan.tri.phuong');
    for (const address of [SYSTEM, HEADING, STATUS, GOALS])
      expect((await part.visit(address)).status).toBe(403);
    const { html } = await part.visit('/quan-tri');
    expect([html.includes(`href="${SYSTEM}"`), html.includes('href="/quan-tri/lich"')]).toEqual([
      false,
      true,
    ]);
    expect((await part.post(SYSTEM, `_csrf=${part.csrf}&name=X`)).status).toBe(403);
  });
});
