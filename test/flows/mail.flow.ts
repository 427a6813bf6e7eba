import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LetterRows } from '../../src/correspondence/letter-rows.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxHandlers } from '../../src/platform/outbox/outbox-handlers.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { OutboxRows } from '../../src/platform/outbox/outbox-rows.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';
import { decode } from '../support/html-form.js';
import { MailPeer } from '../support/mail-peer.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FROM = 'Tiếp nhận phản ánh <pakn@hoagiang.example>';

describe.each(PAGE_ENGINES)('mail on %s', (engine) => {
  const desk = new DeskHouse();
  let peer: MailPeer;

  beforeAll(async () => {
    peer = await MailPeer.open();
    await desk.open(engine, { SMTP_URL: peer.url, MAIL_FROM: FROM });
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await peer.goDown();
  });
  beforeEach(() => {
    peer.mood = 'kind';
    peer.taken();
  });

  /** @returns the code of an item of a submitter with this address, and the row of the letter that is owed. */
  async function owed(email: string): Promise<{ code: string; row: () => Promise<OutboxMessage> }> {
    const code = await desk.submitted({ email });
    const key = `letter.citizen:${(await desk.item(code)).id}:1:received`;
    return { code, row: () => desk.house.reader.findOneByOrFail(OutboxMessage, { key }) };
  }

  it('arrives whole: subject, words in both parts, sender, thread; the PIN is nowhere', async () => {
    const { code } = await owed('dao@nha.example');
    await desk.house.runDue();
    await desk.done('tiepnhan', code, 'requestInfo', { question: 'Số giấy hẹn là bao nhiêu?' });
    await desk.house.runDue();
    const [first, second] = peer.taken();
    expect(first?.recipient).toBe('dao@nha.example');
    expect(first?.subject).toBe(`Đã nhận phản ánh, kiến nghị ${code}`);
    expect(first?.from).toMatchObject({ name: 'Tiếp nhận phản ánh', address: 'pakn@hoagiang.example' });
    expect(first?.text).toContain(`http://localhost:3000/tra-cuu?ma=${code}`);
    expect(decode(first?.html ?? '')).toContain(`<a href="http://localhost:3000/tra-cuu?ma=${code}"`);
    expect(first?.html).toContain('Ngày hẹn trả lời: chậm nhất hết ngày 24/03/2026');
    expect(second?.subject).toBe(`Đề nghị bổ sung thông tin cho phản ánh, kiến nghị ${code}`);
    expect(second?.text).toContain('Số giấy hẹn là bao nhiêu?');
    expect([second?.inReplyTo, second?.references]).toEqual([first?.messageId, first?.messageId]);
    const pin = desk.house.app.get(TrackingPin).of(code);
    for (const letter of [first, second]) {
      expect(letter?.headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
      expect(`${letter?.raw ?? ''}${letter?.text ?? ''}`).not.toContain(pin);
      expect(letter?.raw).toMatch(/^Subject: =\?UTF-8\?/m); // encoded, never raw bytes in a header
    }
  });

  it('waits while the server is down, longer each time, and leaves once when it is back', async () => {
    const { row } = await owed('cho@nha.example');
    await peer.goDown();
    const began = desk.house.clock.now();
    const pauses: number[] = [];
    for (let day = desk.house.clock.now() + 26 * HOUR; desk.house.clock.now() < day;) {
      await desk.house.runDue();
      const { runAt, state, lastError } = await row();
      expect([state, lastError?.split(' ')[0]]).toEqual(['WAITING', 'unreachable']);
      pauses.push((runAt - desk.house.clock.now()) / MINUTE);
      desk.house.clock.set(runAt);
    }
    expect(pauses.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    await peer.comeBack();
    await desk.house.runDue();
    expect(peer.taken().map(({ recipient }) => recipient)).toEqual(['cho@nha.example']);
    expect(await row()).toMatchObject({ state: 'DONE', unreported: 0, lastError: null });
    desk.house.clock.set(began);
  });

  it.each([
    ['later', 'later 451 4.3.0 RCPT TO'],
    ['dropping', 'unreachable ECONNECTION'],
    ['silent', 'hanging ETIMEDOUT'],
    ['swallowing', 'hanging ETIMEDOUT'],
  ] as const)('comes again after a server that is %s, and holds up nothing else', async (mood, reason) => {
    peer.mood = mood;
    const { row } = await owed(`${mood}@nha.example`);
    const worker = desk.house.app.get(OutboxWorker);
    const letters = worker.runDue('nothing');
    await worker.runDue('unit'); // does not wait for the letter
    await letters;
    expect(await row()).toMatchObject({ state: 'WAITING', attempts: 1, lastError: reason, unreported: 0 });
    peer.mood = 'kind';
    desk.house.clock.advance(MINUTE);
    await desk.house.runDue();
    expect(peer.taken()).toHaveLength(1);
    expect((await row()).state).toBe('DONE');
  });

  it('is put aside at once when it is refused for good; others go on', async () => {
    peer.mood = 'refusing';
    peer.against = 'ai@do.example';
    const { row } = await owed('ai@do.example');
    const other = await owed('nguoikhac@nha.example');
    await desk.house.runDue();
    peer.against = null;
    expect(await row()).toMatchObject({
      state: 'PARKED',
      attempts: 1,
      lastError: 'refused 550 5.1.1 RCPT TO',
    });
    expect((await other.row()).state).toBe('DONE');
  });

  it.each([
    'đào@nha.example',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example',
    '"a b"@nha.example',
  ])('to %j is put aside instead of looping', async (email) => {
    const { row } = await owed(email);
    await desk.house.runDue();
    expect(await row()).toMatchObject({ state: 'PARKED', lastError: 'address' });
    expect(peer.taken()).toEqual([]);
  });

  it('is repeated once, as the same letter, by whoever comes after a process that died', async () => {
    const { row } = await owed('lap@nha.example');
    for (const seen of [1, 2]) {
      await expect(dying().runDue({ topic: 'letter.citizen' })).rejects.toThrow('the process has died');
      expect(await row()).toMatchObject({ state: 'WAITING', attempts: seen, unreported: seen });
      await desk.house.runDue(); // the lease still holds: nobody takes it
      expect(peer.letters).toHaveLength(seen);
      desk.house.clock.advance(6 * MINUTE);
    }
    await desk.house.runDue();
    const [first, second, ...more] = peer.taken();
    expect(more).toEqual([]);
    expect(second?.messageId).toBe(first?.messageId);
    expect(await row()).toMatchObject({ state: 'PARKED', lastError: 'interrupted' });
  });

  it('that two processes died over may have failed in between without being forgotten', async () => {
    const { row } = await owed('quen@nha.example');
    await expect(dying().runDue({ topic: 'letter.citizen' })).rejects.toThrow();
    desk.house.clock.advance(6 * MINUTE);
    peer.mood = 'later';
    await desk.house.runDue();
    expect(await row()).toMatchObject({ state: 'WAITING', attempts: 2, unreported: 1 });
    peer.mood = 'kind';
    desk.house.clock.advance(10 * MINUTE);
    await expect(dying().runDue({ topic: 'letter.citizen' })).rejects.toThrow();
    desk.house.clock.advance(6 * MINUTE);
    await desk.house.runDue();
    expect(peer.taken()).toHaveLength(2);
    expect((await row()).state).toBe('PARKED');
  });

  /** A worker of a process that is killed when the letter has left, before anything can be written down. */
  function dying(): OutboxWorker {
    const { app, clock } = desk.house;
    let begun = 0;
    const unit = {
      run: (fn: Parameters<UnitOfWork['run']>[0]) =>
        begun++ === 0 ? app.get(UnitOfWork).run(fn) : Promise.reject(new Error('the process has died')),
    } as UnitOfWork;
    return new OutboxWorker(app.get(OutboxHandlers), new OutboxRows(unit, clock), unit);
  }

  it('is worked once by two processes', async () => {
    const other = await desk.house.another();
    for (let i = 0; i < 12; i++) await owed(`hai${i}@nha.example`);
    await Promise.all([desk.house.runDue(), other.runDue()]);
    // On a machine that is busy the peer may have been too slow for some; those come again, and only those.
    desk.house.clock.advance(HOUR);
    await Promise.all([desk.house.runDue(), other.runDue()]);
    await other.close();
    const to = peer.taken().map(({ recipient }) => recipient);
    expect([to.length, new Set(to).size]).toEqual([12, 12]);
  });

  it('holds up no other topic: each has a lane of its own', async () => {
    peer.mood = 'silent';
    for (let i = 0; i < 6; i++) await owed(`lau${i}@nha.example`);
    const worker = desk.house.app.get(OutboxWorker);
    const letters = worker.runDue({ topic: 'letter.citizen' });
    const others = worker
      .lanes()
      .filter((lane) => typeof lane === 'string' || lane.topic !== 'letter.citizen');
    const quick = await Promise.race([
      ...[Promise.all(others.map((lane) => worker.runDue(lane))), letters.then(() => 'the letters first')],
    ]);
    expect(quick).not.toBe('the letters first');
    await letters;
    peer.mood = 'kind';
    desk.house.clock.advance(HOUR);
    await desk.house.runDue();
    expect(peer.taken()).toHaveLength(6);
  });

  it('is written into the outbox in the step that owes it, or not at all', async () => {
    const rows = desk.house.app.get(LetterRows);
    const occasion = { feedbackId: 999_999, seq: 1, letter: 'received' as const };
    await expect(
      desk.house.write(async (tx) => {
        await rows.toCitizen(tx, occasion, desk.house.clock.now());
        throw new Error('the step failed');
      }),
    ).rejects.toThrow('the step failed');
    const key = 'letter.citizen:999999:1:received';
    expect(await desk.house.reader.existsBy(OutboxMessage, { key })).toBe(false);
  });
});
