import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Like } from 'typeorm';
import { StaffActors } from '../../src/accounts/staff-actors.query.js';
import { Staff } from '../../src/accounts/staff.entity.js';
import type { Actor } from '../../src/feedback/actor.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import { Submitter } from '../../src/feedback/submitter.entity.js';
import type { Action } from '../../src/feedback/transition.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { MORNING } from '../support/application.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';
import { type Arrived, MailPeer } from '../support/mail-peer.js';

const DAO = 'dao@nha.example';
const at = (day: string, time = '08:00'): number => Date.parse(`2026-${day}T${time}:00+07:00`);
const replyOf = { body: 'Đã rút kinh nghiệm.', outcome: 'CONFIRMED_CORRECTED', criteria: null };
const REPLY = { ...replyOf, number: null, day: null, signatory: null };

describe.each(PAGE_ENGINES)('correspondence on %s', (engine) => {
  const desk = new DeskHouse();
  let peer: MailPeer;

  beforeAll(async () => {
    peer = await MailPeer.open();
    await desk.open(engine, { SMTP_URL: peer.url, MAIL_FROM: 'pakn@hoagiang.example' });
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await peer.goDown();
  });
  beforeEach(async () => {
    desk.house.clock.set(MORNING);
    await nobodyHasAddress();
    await desk.house.runDue();
    peer.taken();
  });

  async function nobodyHasAddress(): Promise<void> {
    await desk.house.write((tx) =>
      tx.updateAll(Staff, { email: null, wantsDigest: true, wantsReminders: true }),
    );
  }

  async function address(...usernames: string[]): Promise<void> {
    await desk.house.write(async (tx) => {
      for (const username of usernames)
        await tx.update(Staff, { username }, { email: `${username}@hoagiang.example` });
    });
  }

  async function step(
    code: string,
    action: Action,
    input: TransitionInput = {},
    actor: Actor = clerk(),
  ): Promise<void> {
    const { id, version } = await desk.item(code);
    await desk.house.app
      .get(FeedbackService)
      .transition({ id, expectedVersion: version }, action, input, actor);
  }
  const clerk = (): Actor => desk.ground.actors.INTAKE_OFFICER;
  const handler = (): Actor => desk.ground.actors.HANDLER;
  const approver = (): Actor => desk.ground.actors.APPROVER;

  /** @returns who was sent what since the last time. */
  async function sent(): Promise<Arrived[]> {
    await desk.house.runDue();
    return peer.taken();
  }
  const told = (letters: readonly Arrived[]): string[] =>
    letters.map(({ recipient, subject }) => `${recipient.split('@')[0] ?? ''}: ${subject ?? ''}`).sort();

  async function answered(code: string): Promise<void> {
    await step(code, 'start');
    await step(code, 'draft', { reply: REPLY }, handler());
    await step(code, 'approve', {}, approver());
  }

  it('tells the citizen of a whole life, in one conversation', async () => {
    const code = await desk.submitted({ email: DAO });
    const [received] = await sent();
    await step(code, 'book');
    await step(code, 'extend', { reason: 'Cần lấy ý kiến.' }, approver());
    const [extended] = await sent();
    expect(extended?.text).toContain('Ngày hẹn ban đầu: 24/03/2026');
    expect(extended?.text).toContain('Ngày hẹn mới: chậm nhất hết ngày 07/04/2026');
    await answered(code);
    const [answer] = await sent();
    expect(answer?.text).not.toContain(REPLY.body);
    expect(answer?.text).toContain('chậm nhất hết ngày 09/04/2026'); // rating: 30 days
    await desk.citizen(code, 'rate', { rating: 'DISSATISFIED', words: 'Chưa rõ.' });
    await desk.citizen(code, 'askReopen', { content: 'Tôi có thêm biên nhận.' });
    expect(await sent()).toEqual([]); // what one did oneself is not told back
    await step(code, 'reopen', { reason: 'Có tình tiết mới.' }, desk.ground.actors.SUPERVISOR);
    const [reopened] = await sent();
    expect(told([received, extended, answer, reopened] as Arrived[])).toEqual([
      `dao: Gia hạn trả lời phản ánh, kiến nghị ${code}`,
      `dao: Xem xét lại phản ánh, kiến nghị ${code}`,
      `dao: Đã có trả lời cho phản ánh, kiến nghị ${code}`,
      `dao: Đã nhận phản ánh, kiến nghị ${code}`,
    ]);
    for (const later of [extended, answer, reopened]) expect(later?.references).toBe(received?.messageId);
    expect(new Set([received, extended, answer, reopened].map((one) => one?.messageId)).size).toBe(4);
  });

  it.each([
    [
      'refuse',
      { refusalReason: 'UNCLEAR', reason: 'Chưa rõ thủ tục.' },
      /Không tiếp nhận/,
      /Chưa rõ thủ tục\./,
    ],
    ['redirect', { redirection: 'COMPLAINT', reason: 'Mời gửi đơn khiếu nại.' }, /Hướng dẫn/, /Mời gửi đơn/],
    ['requestInfo', { question: 'Ngày nộp?' }, /Đề nghị bổ sung/, /Ngày nộp\?[\s\S]*ngày 24\/03\/2026/],
  ] as const)('tells the citizen of %s with its words', async (action, input, subject, words) => {
    const code = await desk.submitted({ email: DAO });
    await step(code, action, input);
    const letter = (await sent()).find((one) => subject.test(one.subject ?? ''));
    expect(letter?.text).toMatch(words);
  });

  it('says nothing that is no longer true, and nothing to whom it cannot reach', async () => {
    const code = await desk.submitted({ email: DAO });
    const erased = await desk.submitted({ email: DAO });
    await sent();
    await step(code, 'requestInfo', { question: 'Ngày nộp?' });
    await desk.citizen(code, 'supplement', { content: 'Ngày 02/03.' });
    await step(erased, 'requestInfo', { question: 'Ngày nộp?' });
    const { id } = await desk.item(erased);
    await desk.house.write((tx) => tx.update(Submitter, { feedbackId: id }, { email: null }));
    await step(await desk.submitted(), 'requestInfo', { question: 'Không có thư?' });
    expect(await sent()).toEqual([]);
    const left = { state: 'WAITING' as const, topic: Like('letter.%') };
    expect(await desk.house.reader.countBy(OutboxMessage, left)).toBe(0);
  });

  it('tells of a request that ran out, of being late with a new day, and of a part that was split off', async () => {
    const asked = await desk.submitted({ email: 'mot@nha.example' });
    const late = await desk.submitted({ email: 'hai@nha.example' });
    const mixed = await desk.submitted({ email: 'ba@nha.example' });
    await step(asked, 'requestInfo', { question: 'Ngày nộp?' });
    await step(late, 'book');
    await sent();
    const part = {
      title: 'Phần quy định',
      content: 'Quy định chưa rõ.',
      subject: 'ADMIN_REGULATION' as const,
    };
    await step(mixed, 'split', { part });
    const [split] = await sent();
    const newCode = /tách thành phản ánh, kiến nghị (PAKN\S+)/.exec(split?.subject ?? '')?.[1] ?? '';
    expect((await desk.item(newCode)).splitFromId).toBe((await desk.item(mixed)).id);
    expect(split?.text).toContain(`theo mã ${mixed}`);
    desk.house.clock.set(at('03-26'));
    const letters = await sent();
    expect(told(letters)).toContain(
      `mot: Kết thúc phản ánh, kiến nghị ${asked} do chưa được bổ sung thông tin`,
    );
    const sorry = letters.find(({ recipient }) => recipient.startsWith('hai'));
    expect(sorry?.subject).toBe(`Xin lỗi vì chậm trả lời phản ánh, kiến nghị ${late}`);
    expect(sorry?.text).toContain('chậm nhất ngày 24/03/2026');
  });

  it('tells those whose item was merged under their own code, also of the master’s answer', async () => {
    const master = await desk.submitted({ email: 'chinh@nha.example' });
    const merged = await desk.submitted({ email: 'gop@nha.example' });
    await step(master, 'book');
    await step(merged, 'merge', { masterCode: master });
    await sent();
    await answered(master);
    const letters = await sent();
    expect(told(letters)).toEqual([
      `chinh: Đã có trả lời cho phản ánh, kiến nghị ${master}`,
      `gop: Đã có trả lời cho phản ánh, kiến nghị ${merged}`,
    ]);
    const own = letters.find(({ recipient }) => recipient.startsWith('gop'));
    expect(own?.text).toContain(`/tra-cuu?ma=${merged}`);
  });

  it('tells colleagues what others gave them, and nobody of their own doing', async () => {
    await address('tiepnhan', 'tiepnhan2', 'xuly', 'lanhdao', 'soan', 'giamsat');
    const code = await desk.submitted();
    const xuly = desk.ground.actors.HANDLER.staffId;
    await step(code, 'book');
    await step(code, 'assign', { assigneeId: xuly, reason: 'Làm giúp trong tuần.' });
    const [assigned] = await sent();
    expect([assigned?.recipient, assigned?.subject]).toEqual([
      'xuly@hoagiang.example',
      `Được phân công xử lý ${code}`,
    ]);
    expect(assigned?.text).toContain('Nguyễn Thị Mai đã phân công');
    expect(assigned?.text).toContain('Ghi chú: Làm giúp trong tuần.');
    expect(assigned?.text).not.toContain('Chờ lâu'); // the citizen's words stay in the house
    await step(code, 'remind', { reason: 'Dân chờ lâu.' }, desk.ground.actors.SUPERVISOR);
    expect(told(await sent())).toEqual([`xuly: Đôn đốc xử lý ${code}`]);
    await step(code, 'start');
    await step(code, 'draft', { reply: REPLY }, handler());
    await step(code, 'sendBack', { reason: 'Thiếu căn cứ.' }, approver());
    expect(told(await sent())).toEqual([`xuly: Dự thảo trả lời ${code} cần sửa`]);
    const other = await desk.submitted();
    await step(other, 'book');
    await step(other, 'assign', { assigneeId: xuly }, handler()); // to oneself
    expect(await sent()).toEqual([]);
    await step(other, 'forward', { agencyId: desk.agencyId('HG-XD') });
    const soan = await desk.house.reader.findOneByOrFail(Staff, { username: 'soan' });
    const there = await desk.house.app.get(StaffActors).of(soan);
    await step(other, 'return', { reason: 'Không thuộc thẩm quyền.' }, there);
    expect(told(await sent())).toEqual([
      `tiepnhan2: Hồ sơ ${other} được trả lại nơi tiếp nhận`,
      `tiepnhan: Hồ sơ ${other} được trả lại nơi tiếp nhận`,
    ]);
    const others = await desk.submitted();
    await step(others, 'book');
    await step(others, 'concern', { concernsStaffId: xuly, reason: 'Về cán bộ này.' });
    await step(others, 'remind', { reason: 'Gấp.' }, desk.ground.actors.SUPERVISOR);
    expect(await sent()).toEqual([]); // the only handler is whom it is about
  });

  it('tells the head after three days late and the superior agency after ten', async () => {
    await address('duyet', 'giamsat', 'lanhdao');
    const code = await desk.submitted();
    await step(code, 'book');
    await step(code, 'forward', { agencyId: desk.agencyId('HG-XD') });
    await desk.house.write((tx) => tx.updateAll(Staff, { wantsDigest: false }));
    desk.house.clock.set(at('03-28'));
    const lines = told(await sent()).filter((line) => line.includes(code));
    expect(lines).toEqual([`duyet: Quá hạn 3 ngày làm việc: ${code}`]);
    desk.house.clock.set(at('04-08'));
    expect(told(await sent()).filter((line) => line.includes(code))).toEqual([
      `giamsat: Quá hạn 11 ngày làm việc: ${code}`,
    ]);
  });
});
