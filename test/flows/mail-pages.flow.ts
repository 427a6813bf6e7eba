import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';
import request from 'supertest';
import { StaffService } from '../../src/accounts/staff.service.js';
import { Staff } from '../../src/accounts/staff.entity.js';
import { UnsubscribeLinks } from '../../src/correspondence/unsubscribe-links.js';
import { DEMO_PASSWORD } from '../../src/faces/operator/demo/demo-ground.js';
import { Settings } from '../../src/platform/config/settings.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { MORNING } from '../support/application.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';

describe.each(PAGE_ENGINES)('mail’s pages on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine), 60_000);
  afterAll(() => desk.close());

  const folder = (): string => join(desk.house.app.get(Settings).dataDir, 'mail');

  /** @returns the letter in the folder whose file name holds this. */
  async function inFolder(part: string): Promise<Email> {
    await desk.house.runDue();
    const file = (await readdir(folder())).find((name) => name.includes(part)) ?? 'none';
    return PostalMime.parse(await readFile(join(folder(), file)));
  }

  async function stuck(
    key: string,
    payload: Record<string, string | number>,
    lastError: string,
  ): Promise<number> {
    const row = { topic: 'letter.citizen', key, payload, runAt: MORNING };
    await desk.house.write(async (tx) => {
      await desk.house.app.get(Outbox).post(tx, row);
      await tx.update(OutboxMessage, { key }, { state: 'PARKED', attempts: 1, lastError });
    });
    return (await desk.house.reader.findOneByOrFail(OutboxMessage, { key })).id;
  }

  it('without a server mail is a file, and the desk, the outbox and /readyz say so', async () => {
    const code = await desk.submitted({ email: 'dao@nha.example' });
    const letter = await inFolder(`letter.citizen-${(await desk.item(code)).id}-1-received`);
    expect(letter.subject).toBe(`Đã nhận phản ánh, kiến nghị ${code}`);
    expect(existsSync(folder()) && (await readdir(folder())).every((name) => name.endsWith('.eml'))).toBe(
      true,
    );
    const ready = await request(desk.house.app.getHttpServer()).get('/readyz');
    expect(ready.body).toMatchObject({ mail: 'folder' });
    expect((await (await desk.as('tiepnhan')).visit('/can-bo')).text).toContain('Chưa đặt máy chủ thư');
    expect((await (await desk.as('quantri')).visit('/quan-tri/hang-gui')).text).toContain(
      'Chưa đặt máy chủ thư',
    );
  });

  it('an administrator changes a letter, sees it before, and is told what is wrong beside the field', async () => {
    const admin = await desk.as('quantri');
    const address = '/quan-tri/thu/received';
    expect((await admin.visit(address)).text).toContain('Đã nhận phản ánh, kiến nghị PAKN-26-7K3M9QTW-4');
    const words = { subject: 'Biên nhận {{code}}', body: 'Chào Ông/Bà.\n\n{{link}}\n\n{{pin}}' };
    const refused = await admin.submit(words, address);
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('“pin” không phải là ô điền'),
    ]);
    expect(refused.html).toContain('{{pin}}'); // what was typed is kept
    expect((await admin.submit({ ...words, body: '{{#if code}}' }, address)).text).toContain('dòng 1');
    expect((await admin.submit({ ...words, body: ' ' }, address)).status).toBe(422);
    const good = { ...words, body: 'Chào <b>Ông/Bà</b>.\n\n{{link}}' };
    const shown = await admin.submit({ ...good, preview: '1' }, address);
    expect([shown.status, shown.text]).toEqual([
      200,
      expect.stringContaining('Biên nhận PAKN-26-7K3M9QTW-4'),
    ]);
    const before = await desk.submitted({ email: 'truoc@nha.example' });
    expect((await inFolder(`-${(await desk.item(before)).id}-1-`)).subject).toContain('Đã nhận'); // not saved yet
    expect((await admin.submit(good, address)).text).toContain('Đã lưu mẫu thư');
    const code = await desk.submitted({ email: 'sau@nha.example' });
    const letter = await inFolder(`-${(await desk.item(code)).id}-1-`);
    expect(letter.subject).toBe(`Biên nhận ${code}`);
    expect(letter.text).toContain('Chào <b>Ông/Bà</b>.');
    expect(letter.html).toContain('Chào &lt;b&gt;Ông/Bà&lt;/b&gt;.');
    expect((await admin.visit('/quan-tri/thu')).text).toContain('Đã nhận phản ánh, kiến nghị Đã sửa');
    await admin.visit(address);
    await admin.submit({}, `${address}/mac-dinh`);
    expect((await admin.visit(address)).text).not.toContain('Đã sửa');
    expect((await admin.visit('/quan-tri/thu/constructor')).status).toBe(404);
  });

  it('an administrator of a part words no letters and sees no outbox', async () => {
    const agencyId = desk.agencyId('HG-XD');
    const person = { username: 'quantrixd', name: 'Lê Xây', agencyId, password: DEMO_PASSWORD };
    const grants = [{ role: 'ADMIN' as const, agencyId }];
    await desk.house.app.get(StaffService).add({ ...person, passwordTemporary: false, grants });
    const part = await desk.as('quantrixd');
    for (const address of ['/quan-tri/thu', '/quan-tri/thu/received', '/quan-tri/hang-gui'])
      expect((await part.visit(address)).status).toBe(403);
  });

  it('what is stuck stands in a list with its reason; a person tries again, or gives up', async () => {
    const code = await desk.submitted();
    const about = { feedbackId: (await desk.item(code)).id, seq: 1, letter: 'received' };
    const [one, two, three] = [
      await stuck('stuck:1', about, 'refused 550 5.1.1 RCPT TO'),
      await stuck('stuck:2', about, 'interrupted'),
      await stuck('stuck:3', about, 'address'),
    ];
    const admin = await desk.as('quantri');
    const list = await admin.visit('/quan-tri/hang-gui');
    expect(list.text).toContain('3 việc đã dừng');
    expect(list.text).toContain(
      `Đã nhận phản ánh, kiến nghị ${code} Máy chủ thư từ chối hẳn: 550 5.1.1 RCPT TO`,
    );
    expect(list.text).toContain('Chương trình đã dừng giữa chừng hai lần');
    const stateOf = async (id: number): Promise<string> =>
      (await desk.house.reader.findOneByOrFail(OutboxMessage, { id })).state;
    expect((await admin.submit({}, `/quan-tri/hang-gui/${one}/gui-lai`)).text).toContain('Sẽ thử lại ngay');
    await admin.visit('/quan-tri/hang-gui');
    expect((await admin.submit({}, `/quan-tri/hang-gui/${two}/bo`)).text).toContain('Đã bỏ');
    expect([await stateOf(one), await stateOf(two), await stateOf(three)]).toEqual([
      'WAITING',
      'GIVEN_UP',
      'PARKED',
    ]);
    const gone = `_csrf=${admin.csrf}`;
    expect((await admin.post(`/quan-tri/hang-gui/${two}/bo`, gone)).text).toContain('vừa được giải quyết');
    await admin.visit('/quan-tri/hang-gui');
    expect((await admin.submit({}, '/quan-tri/hang-gui/gui-lai')).text).toContain('Sẽ thử lại 1 việc');
    await desk.house.runDue();
    expect([await stateOf(one), await stateOf(two), await stateOf(three)]).toEqual([
      'DONE',
      'GIVEN_UP',
      'DONE',
    ]);
    expect((await admin.visit('/quan-tri/hang-gui')).text).toContain('Không có gì vướng mắc');
  });

  it('a person sets the own address and wishes; an administrator the address', async () => {
    const find = (): Promise<Staff> => desk.house.reader.findOneByOrFail(Staff, { username: 'xuly' });
    const own = await desk.as('xuly');
    await own.visit('/tai-khoan');
    const refused = await own.submit({ email: 'đào@nha.example', lists: ['digest'] }, '/tai-khoan/thu');
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Thư điện tử')]);
    await own.visit('/tai-khoan');
    await own.submit({ email: 'binh@hoagiang.example', lists: ['digest'] }, '/tai-khoan/thu');
    expect(await find()).toMatchObject({
      email: 'binh@hoagiang.example',
      wantsDigest: true,
      wantsReminders: false,
    });
    const admin = await desk.as('quantri');
    const { id } = await find();
    await admin.visit(`/quan-tri/tai-khoan/${id}/thu`);
    await admin.submit({ email: 'xuly@hoagiang.example' }, `/quan-tri/tai-khoan/${id}/thu`);
    expect(await find()).toMatchObject({ email: 'xuly@hoagiang.example', wantsReminders: false });
    await admin.visit(`/quan-tri/tai-khoan/${id}/thu`);
    await admin.submit({ email: '' }, `/quan-tri/tai-khoan/${id}/thu`);
    expect((await find()).email).toBeNull();
  });

  it('one click ends a kind of mail; looking at the link changes nothing', async () => {
    const find = (): Promise<Staff> => desk.house.reader.findOneByOrFail(Staff, { username: 'lanhdao' });
    const { id } = await find();
    const links = desk.house.app.get(UnsubscribeLinks);
    const address = links.to(id, 'digest').replace('http://localhost:3000', '');
    const scanner = request(desk.house.app.getHttpServer());
    expect((await scanner.get(address)).status).toBe(200);
    expect((await scanner.head(address)).status).toBe(200);
    expect((await find()).wantsDigest).toBe(true);
    const click = await scanner.post(address).type('form').send('List-Unsubscribe=One-Click');
    expect(click.status).toBe(200); // no cookie, no token, no redirection
    expect(await find()).toMatchObject({ wantsDigest: false, wantsReminders: true });
    const person = desk.house.browser();
    const other = links.to(id, 'reminders').replace('http://localhost:3000', '');
    expect((await person.visit(other)).text).toContain('Nhắc hồ sơ sắp đến hạn');
    expect((await person.submit()).text).toContain('Đã ngừng gửi');
    expect((await find()).wantsReminders).toBe(false);
    for (const forged of [address.replace(`${id}.`, `${id + 1}.`), other.replace('reminders', 'digest')])
      expect([(await scanner.get(forged)).status, (await scanner.post(forged)).status]).toEqual([404, 403]);
  });
});
