import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { utimes, writeFile } from 'node:fs/promises';
import { Attachment } from '../../src/feedback/attachment.entity.js';
import { PAGE_ENGINES } from '../support/database.js';
import { EICAR, FakeClamd } from '../support/fake-clamd.js';
import { CHECK, encoded, fileLinks, FilesHouse } from '../support/files-house.js';
import { jpeg, pdf } from '../support/made-files.js';

const HOUR = 3_600_000;
const PDF = { name: 'Giấy hẹn.pdf', bytes: pdf() };

describe.each(PAGE_ENGINES)('attachments afterwards on %s', (engine) => {
  const desk = new FilesHouse();
  beforeAll(() => desk.open(engine), 60_000);
  afterAll(() => desk.close());

  it('come with a supplement; who was too late gets them back with the words', async () => {
    const { agent, keys } = await desk.sentWith([]);
    await desk.done('tiepnhan', keys.code, 'requestInfo', { question: 'Ông/Bà gửi kèm giấy hẹn.' });
    await agent.visit('/tra-cuu/ho-so');
    const staged = await agent.upload({ content: '', fileAdd: '1' }, [PDF], '/tra-cuu/ho-so/bo-sung');
    expect(staged.status).toBe(200);
    const empty = await agent.upload({ content: '' }, [], '/tra-cuu/ho-so/bo-sung');
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Giấy hẹn.pdf');
    const old = agent.form('/tra-cuu/ho-so/bo-sung').values;
    const done = await agent.upload(
      { content: 'Giấy hẹn đây.' },
      [{ name: 'a.jpg', bytes: await jpeg() }],
      '/tra-cuu/ho-so/bo-sung',
    );
    expect(done.text).toContain('a.jpg');
    const files = await desk.attached(keys.code);
    expect(files.map(({ name, purpose, seq }) => [name, purpose, seq])).toEqual([
      ['Giấy hẹn.pdf', 'SUPPLEMENT', 3],
      ['a.jpg', 'SUPPLEMENT', 3],
    ]);
    const late = encoded({ ...old, content: 'Giấy hẹn đây.' });
    expect((await agent.post('/tra-cuu/ho-so/bo-sung', late)).status).toBe(409);
    expect(await desk.attached(keys.code)).toHaveLength(2);
  });

  it('are handed to whom the item is shown, and to nobody else', async () => {
    const { agent, keys } = await desk.sentWith([PDF]);
    const other = await desk.sentWith([PDF]);
    const [file] = await desk.attached(keys.code);
    const mine = `/tra-cuu/ho-so/tep/${file?.id}`;
    const atDesk = `/can-bo/ho-so/${keys.code}/tep/${file?.id}`;
    const statusOf = async (
      who: { download(url: string): Promise<{ status: number }> },
      url: string,
    ): Promise<number> => (await who.download(url)).status;
    expect(await statusOf(agent, mine)).toBe(200);
    expect(await statusOf(other.agent, mine)).toBe(404);
    expect(await statusOf(desk.house.browser(), mine)).toBe(404);
    expect(await statusOf(agent, atDesk)).toBe(303);
    const officer = await desk.as('tiepnhan');
    const page = await officer.visit(`/can-bo/ho-so/${keys.code}`);
    expect(fileLinks(page)).toEqual([atDesk]);
    expect(page.text).toContain('Gửi kèm phản ánh, kiến nghị');
    expect(await statusOf(officer, atDesk)).toBe(200);
    expect(await statusOf(officer, atDesk.replace(keys.code, other.keys.code))).toBe(404);
    expect(await statusOf(await desk.as('soan'), atDesk)).toBe(404);
    expect(await statusOf(await desk.as('quantri'), atDesk)).toBe(404);
    for (const odd of ['0', '-1', '1e3', '99999999999', 'x'])
      expect(await statusOf(officer, atDesk.replace(/\d+$/, odd))).toBe(404);
  });

  it('of the staff are not even received before somebody has signed in', async () => {
    const { keys } = await desk.sentWith([]);
    const officer = await desk.signedIn('tiepnhan');
    const address = `/can-bo/ho-so/${keys.code}/ghi-chu`;
    await officer.visit(`/can-bo/ho-so/${keys.code}`);
    const before = await desk.bytes();
    const many = Array.from({ length: 10 }, (_, i) => ({ name: `n${i}.pdf`, bytes: PDF.bytes }));
    const page = await officer.upload({ fileAdd: '1' }, many, address);
    expect([page.status, (await desk.bytes()).length - before.length]).toEqual([200, 10]);
    await officer.submit({}, '/dang-xuat');
    await officer.visit('/gui');
    const file = 'Content-Disposition: form-data; name="newFiles"; filename="a.pdf"';
    const body = `--b\r\n${file}\r\n\r\n%PDF\r\n--b--\r\n`;
    const refused = await officer.post(address, body, 'multipart/form-data; boundary=b');
    expect(refused.status).toBe(403);
    expect(await desk.incoming()).toEqual([]);
  });

  it('inside the office stay inside; those of a reply come out with its approval', async () => {
    const { agent, keys } = await desk.sentWith([PDF]);
    await desk.done('tiepnhan', keys.code, 'book');
    await desk.done('tiepnhan', keys.code, 'start');
    const [{ storedName: _stored, id: _id, ...own }] = (await desk.attached(keys.code)) as [Attachment];
    const add = (storedName: string, more: Partial<Attachment>): Promise<unknown> =>
      desk.house.write((tx) => tx.insert(Attachment, { ...own, storedName: storedName.repeat(40), ...more }));
    await add('a', { purpose: 'INTERNAL', name: 'noi-bo.pdf' });
    await add('b', { purpose: 'SCAN', name: 'ban-quet.pdf' });
    await add('c', { purpose: 'REPLY', replyId: 987_654, name: 'du-thao.pdf' });
    const page = await agent.visit('/tra-cuu/ho-so');
    expect(fileLinks(page)).toHaveLength(1);
    for (const { id, purpose } of await desk.attached(keys.code)) {
      const { status } = await agent.download(`/tra-cuu/ho-so/tep/${id}`);
      expect([purpose, status]).toEqual([purpose, purpose === 'SUBMISSION' ? 200 : 404]);
    }
  });

  it('that were never sent go after a day with their bytes, those that were sent stay; orphans go too', async () => {
    const { keys } = await desk.sentWith([PDF]);
    const agent = desk.house.browser();
    await desk.write(agent, [PDF], { fileAdd: '1' });
    const waiting = (await desk.staged()).at(-1)?.storedName ?? '';
    const orphan = 'f'.repeat(40);
    const { clock } = desk.house;
    await desk.house.runDue();
    const [kept] = await desk.attached(keys.code);
    await writeFile(desk.pathOf(kept?.storedName ?? '').replace(/[^/]+\/[^/]+$/, `incoming/${orphan}`), 'x', {
      mode: 0o600,
    });
    await writeFile(
      desk
        .pathOf(kept?.storedName ?? '')
        .replace(/[^/]+$/, `${kept?.storedName.slice(0, 2)}${orphan.slice(2)}`),
      'x',
      { mode: 0o600 },
    );
    const seconds = clock.now() / 1000;
    await utimes(
      desk
        .pathOf(kept?.storedName ?? '')
        .replace(/[^/]+$/, `${kept?.storedName.slice(0, 2)}${orphan.slice(2)}`),
      seconds,
      seconds,
    );
    clock.set(clock.now() + 18 * HOUR);
    await desk.house.runDue();
    expect(await desk.bytes()).toContain(waiting);
    clock.set(clock.now() + 12 * HOUR);
    await desk.house.runDue();
    const left = await desk.bytes();
    expect(left).not.toContain(waiting);
    expect(left).toContain(kept?.storedName);
    expect(left.some((name) => name.endsWith(orphan.slice(2)))).toBe(false);
    expect(await desk.staged()).toEqual([]);
    const late = await agent.upload({}, [], CHECK);
    expect(late.status).toBe(422);
    expect(late.text).toContain('không còn được giữ');
  });
});

describe.each(PAGE_ENGINES)('attachments in quarantine on %s', (engine) => {
  const desk = new FilesHouse();
  const clamd = new FakeClamd();
  const VIRUS = { name: 'virus.pdf', bytes: pdf([EICAR]) };
  let port: number;
  beforeAll(async () => {
    port = await clamd.listen();
    await desk.open(engine, { CLAMD_URL: `tcp://127.0.0.1:${port}?timeout=1` });
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await clamd.close();
  });

  it('wait until they were scanned; then the clean ones are handed out', async () => {
    const { agent, keys } = await desk.sentWith([PDF]);
    const [file] = await desk.attached(keys.code);
    expect(file?.scan).toBe('WAITING');
    const page = await agent.visit('/tra-cuu/ho-so');
    expect(page.text).toContain('Đang chờ quét mã độc, chưa tải xuống được');
    expect(fileLinks(page)).toEqual([]);
    expect((await agent.download(`/tra-cuu/ho-so/tep/${file?.id}`)).status).toBe(404);
    const officer = await desk.as('tiepnhan');
    expect((await officer.visit(`/can-bo/ho-so/${keys.code}`)).text).toContain('Đang chờ quét mã độc');
    expect((await officer.download(`/can-bo/ho-so/${keys.code}/tep/${file?.id}`)).status).toBe(404);
    await desk.house.runDue();
    expect(clamd.asked.at(-1)).toBe(PDF.bytes.length);
    expect((await agent.download(`/tra-cuu/ho-so/tep/${file?.id}`)).status).toBe(200);
    expect((await officer.visit(`/can-bo/ho-so/${keys.code}`)).text).toContain('Đã quét, không thấy mã độc');
  });

  it('that are infected lose their bytes, and both sides are told', async () => {
    const { agent, keys } = await desk.sentWith([VIRUS, PDF]);
    const [virus] = await desk.attached(keys.code);
    await desk.house.runDue();
    expect((await desk.attached(keys.code)).map(({ scan }) => scan)).toEqual(['INFECTED', 'CLEAN']);
    expect(await desk.bytes()).not.toContain(virus?.storedName);
    const page = await agent.visit('/tra-cuu/ho-so');
    expect(page.text).toContain('Có mã độc, đã bị xóa');
    expect(fileLinks(page)).toHaveLength(1);
    const officer = await desk.as('tiepnhan');
    expect((await officer.visit(`/can-bo/ho-so/${keys.code}`)).text).toContain('Có mã độc, đã bị xóa');
    expect((await officer.download(`/can-bo/ho-so/${keys.code}/tep/${virus?.id}`)).status).toBe(404);
  });

  it('are not sent any more once something was found while the form was open', async () => {
    const agent = desk.house.browser();
    await desk.write(agent, [VIRUS]);
    await desk.house.runDue();
    const page = await agent.submit();
    expect(page.status).toBe(422);
    expect(page.text).toContain('Có tệp bị phát hiện chứa mã độc');
    const [token] = [agent.form(CHECK).values['files']].flat();
    expect((await agent.upload({ fileRemove: token }, [], CHECK)).status).toBe(200);
    expect((await agent.upload({}, [], CHECK)).status).toBe(200);
  });

  it.each(['down', 'hangs', 'breaks', 'refuses'] as const)(
    'wait, and are not lost, while the scanner %s',
    async (mood) => {
      if (mood === 'down') await clamd.close();
      else clamd.mood = mood;
      const { agent, keys } = await desk.sentWith([PDF]);
      const [file] = await desk.attached(keys.code);
      await desk.house.runDue();
      expect((await desk.attached(keys.code))[0]?.scan).toBe('WAITING');
      expect((await agent.download(`/tra-cuu/ho-so/tep/${file?.id}`)).status).toBe(404);
      expect(await desk.bytes()).toContain(file?.storedName);
      if (mood === 'down') await clamd.listen(port);
      clamd.mood = 'well';
      desk.house.clock.set(desk.house.clock.now() + 3 * 60_000);
      await desk.house.runDue();
      expect((await desk.attached(keys.code))[0]?.scan).toBe('CLEAN');
    },
  );
});
