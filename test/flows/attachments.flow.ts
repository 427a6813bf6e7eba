import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { SUBMISSION } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';
import { CHECK, encoded, fileLinks, FilesHouse } from '../support/files-house.js';
import { jpegWithPlace, office, pdf } from '../support/made-files.js';

const SVG = { name: 'tranh.svg', bytes: Buffer.from('<svg onload="alert(1)"/>') };
const PDF = { name: 'Giấy hẹn.pdf', bytes: pdf() };

describe.each(PAGE_ENGINES)('attachments on %s', (engine) => {
  const desk = new FilesHouse();
  beforeAll(() => desk.open(engine), 60_000);
  afterAll(() => desk.close());

  describe('of a submission', () => {
    it('are staged, listed, taken back, and never cost what was typed', async () => {
      const agent = desk.house.browser();
      const first = await desk.write(agent, [{ name: 'ảnh.jpg', bytes: await jpegWithPlace() }, PDF, SVG], {
        fileAdd: '1',
      });
      expect(first.status).toBe(422);
      expect(first.text).toContain('“tranh.svg”: loại tệp này không nhận được');
      expect(first.text).toContain('ảnh.jpg');
      expect(first.html).toContain(SUBMISSION.title);
      const [picture, paper] = [agent.form(CHECK).values['files']].flat();
      const before = await desk.bytes();
      const second = await agent.upload({ fileRemove: paper }, [], CHECK);
      expect(await desk.bytes()).toHaveLength(before.length - 1);
      expect(second.status).toBe(200);
      expect(second.text).not.toContain('Giấy hẹn.pdf');
      // A fault elsewhere, and a file chosen while pressing “Continue”.
      const third = await agent.upload(
        { phone: 'không có' },
        [{ name: 'b.docx', bytes: office('docx') }],
        CHECK,
      );
      expect(third.status).toBe(422);
      expect(agent.form(CHECK).values['files']).toEqual([picture, expect.any(String)]);
      const check = await agent.upload({ phone: SUBMISSION.phone }, [], CHECK);
      expect(check.status).toBe(200);
      expect(check.text).toContain('ảnh.jpg b.docx');
      const back = await agent.submit({ edit: 'files' }, '/gui').then(() => agent.visit('/gui'));
      expect(back.status).toBe(200);
    });

    it('belong to the item once it is sent; the citizen has them back without the place where they were taken', async () => {
      const picture = { name: 'ảnh hẹn.jpg', bytes: await jpegWithPlace() };
      const { agent, keys } = await desk.sentWith([picture, PDF]);
      expect(agent.page.text).toContain('ảnh hẹn.jpg');
      const files = await desk.attached(keys.code);
      expect(files.map(({ name, purpose, scan }) => [name, purpose, scan])).toEqual([
        ['ảnh hẹn.jpg', 'SUBMISSION', 'UNCHECKED'],
        ['Giấy hẹn.pdf', 'SUBMISSION', 'UNCHECKED'],
      ]);
      expect(await desk.bytes()).toEqual(expect.arrayContaining(files.map(({ storedName }) => storedName)));
      expect((await agent.visit('/gui/bien-nhan')).text).toContain('Giấy hẹn.pdf');
      const links = fileLinks(await agent.visit('/tra-cuu/ho-so'));
      const [asPicture, asPaper] = [
        await agent.download(links[0] ?? ''),
        await agent.download(links[1] ?? ''),
      ];
      expect(asPaper.body).toEqual(PDF.bytes);
      expect((await sharp(asPicture.body as Buffer).metadata()).exif).toBeUndefined();
      expect(asPaper.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="Giay hen.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20h%E1%BA%B9n.pdf`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      const looked = await agent.download(`${links[0]}?xem=1`);
      expect(looked.headers['content-disposition']).toMatch(/^inline/);
      expect(looked.headers['content-security-policy']).toContain('sandbox');
      const never = await agent.download(`${links[1]}?xem=1`);
      expect(never.headers['content-disposition']).toMatch(/^attachment/);
    });

    it('sent twice at once are one item, and its files are there once', async () => {
      const agent = desk.house.browser();
      await desk.write(agent, [PDF]);
      const body = encoded(agent.form('/gui').values);
      const pages = await Promise.all([1, 2, 3].map(() => agent.post('/gui', body)));
      expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
      const codes = new Set(pages.map(({ html }) => /id="code">([^<]+)</.exec(html)?.[1] ?? ''));
      expect(codes.size).toBe(1);
      expect(await desk.attached([...codes][0] ?? '')).toHaveLength(1);
    });

    it('cannot be sent with a second item, nor by whoever makes up a token', async () => {
      const agent = desk.house.browser();
      await desk.write(agent, [PDF]);
      const token = [agent.form('/gui').values['files']].flat()[0] ?? '';
      await agent.submit();
      for (const files of [token, token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 'x.y']) {
        await desk.write(agent, []);
        const again = await agent.submit({ files }, '/gui');
        expect(again.status).toBe(422);
        expect(again.text).toContain('không còn được giữ');
        expect(again.html).toContain(SUBMISSION.title);
      }
    });

    it('are at most five of 10 MB; what is too much is said, and the rest stays', async () => {
      const agent = desk.house.browser();
      const small = Array.from({ length: 6 }, (_, i) => ({ name: `t${i}.pdf`, bytes: PDF.bytes }));
      const many = await desk.write(agent, small);
      expect(many.status).toBe(422);
      expect(many.text).toContain('“t5.pdf”: chưa nhận vì đã đủ 5 tệp');
      expect(agent.form(CHECK).values['files']).toHaveLength(5);
      const big = { name: 'lớn.pdf', bytes: Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.7\n') };
      const page = await desk.write(desk.house.browser(), [big, PDF]);
      expect(page.status).toBe(422);
      expect(page.text).toContain('“lớn.pdf”: tệp lớn hơn 10 MB');
      expect(page.text).toContain('Giấy hẹn.pdf');
      expect(page.html).toContain(SUBMISSION.content.slice(0, 20));
      expect(await becomes(desk, (names) => names.length === 0)).toBe(true);
    });

    it('are not taken when the disk is nearly full; the words are', async () => {
      const store = desk.house.app.get(FileStore);
      const room = jest.spyOn(store, 'hasRoom').mockResolvedValue(false);
      const agent = desk.house.browser();
      const page = await desk.write(agent, [PDF]);
      room.mockRestore();
      expect(page.status).toBe(422);
      expect(page.text).toContain('máy chủ sắp hết chỗ lưu');
      expect((await agent.upload({}, [], CHECK)).status).toBe(200);
    });

    it('a broken form is the sender’s fault, a forged one leaves nothing, a broken-off one neither', async () => {
      const agent = desk.house.browser();
      await agent.visit('/gui');
      const before = await desk.bytes();
      const broken = await agent.post(CHECK, 'no boundary', 'multipart/form-data');
      expect(broken.status).toBe(400);
      const cut = '--b\r\nContent-Disposition: form-data; name="newFiles"; filename="a.pdf"\r\n\r\n%PDF';
      expect((await agent.post(CHECK, cut, 'multipart/form-data; boundary=b')).status).toBe(400);
      const field = `--b\r\nContent-Disposition: form-data; name="title"\r\n\r\n${'x'.repeat(200_000)}\r\n--b--\r\n`;
      expect((await agent.post(CHECK, field, 'multipart/form-data; boundary=b')).status).toBe(413);
      const stranger = desk.house.browser();
      await stranger.visit('/gui');
      expect((await stranger.upload({ ...SUBMISSION, _csrf: 'x' }, [PDF], CHECK)).status).toBe(403);
      await brokenOff(desk);
      expect(await desk.bytes()).toEqual(before);
    });
  });
});

/** Sends half a file and goes away. */
async function brokenOff(desk: FilesHouse): Promise<void> {
  const server: Server = desk.house.app.getHttpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b' };
    const sent = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: CHECK, headers });
    sent.on('error', () => undefined);
    sent.write('--b\r\nContent-Disposition: form-data; name="newFiles"; filename="a.pdf"\r\n\r\n%PDF-1.7');
    expect(await becomes(desk, (names) => names.length === 1)).toBe(true);
    sent.destroy();
    expect(await becomes(desk, (names) => names.length === 0)).toBe(true);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** @returns whether the folder of what is being received looks like that within ten seconds. */
async function becomes(desk: FilesHouse, wanted: (names: string[]) => boolean): Promise<boolean> {
  for (let turn = 0; turn < 500; turn++) {
    if (wanted(await desk.incoming())) return true;
    await pause(20);
  }
  return false;
}
