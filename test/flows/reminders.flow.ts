import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Staff } from '../../src/accounts/staff.entity.js';
import type { Actor } from '../../src/feedback/actor.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import type { Action } from '../../src/feedback/transition.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';
import { MailPeer } from '../support/mail-peer.js';

const at = (day: string, time = '08:00'): number => Date.parse(`2026-${day}T${time}:00+07:00`);

describe.each(PAGE_ENGINES)('reminders on %s', (engine) => {
  let desk: DeskHouse;
  let peer: MailPeer;

  beforeAll(async () => {
    peer = await MailPeer.open();
  });
  afterAll(() => peer.goDown());
  beforeEach(async () => {
    peer.mood = 'kind';
    peer.taken();
    desk = new DeskHouse(); // days pass in every test: each has a house of its own
    await desk.open(engine, { SMTP_URL: peer.url, MAIL_FROM: 'pakn@hoagiang.example' });
  }, 60_000);

  async function address(usernames: string[], wishes: Partial<Staff> = {}): Promise<void> {
    await desk.house.write(async (tx) => {
      for (const username of usernames)
        await tx.update(Staff, { username }, { email: `${username}@hoagiang.example`, ...wishes });
    });
  }

  async function step(
    code: string,
    action: Action,
    input: TransitionInput = {},
    actor?: Actor,
  ): Promise<void> {
    const { id, version } = await desk.item(code);
    const who = actor ?? desk.ground.actors.INTAKE_OFFICER;
    await desk.house.app
      .get(FeedbackService)
      .transition({ id, expectedVersion: version }, action, input, who);
  }

  /** Lets the time come, and works what is due. @returns `who: subject` of what was sent. */
  async function on(instant: number, codes?: readonly string[]): Promise<string[]> {
    desk.house.clock.set(instant);
    await desk.house.runDue();
    return arrived().filter((line) => codes?.some((code) => line.includes(code)) ?? true);
  }

  function arrived(): string[] {
    const lines = peer
      .taken()
      .map(({ recipient, subject }) => `${recipient.split('@')[0] ?? ''}: ${subject ?? ''}`);
    return lines.sort();
  }

  it('tell of a promised date two working days before and on the day, whom it concerns', async () => {
    await address(['xuly', 'tiepnhan'], { wantsDigest: false });
    const mine = await desk.submitted();
    const [paused, quick, moved] = [await desk.submitted(), await desk.submitted(), await desk.submitted()];
    for (const code of [mine, paused, quick, moved]) await step(code, 'book');
    await step(quick, 'start');
    await step(quick, 'draft', { reply: REPLY }, desk.ground.actors.HANDLER);
    await step(quick, 'approve', {}, desk.ground.actors.APPROVER);
    await step(paused, 'start');
    await step(paused, 'requestInfo', { question: 'Ngày nộp?' }, desk.ground.actors.HANDLER);
    await step(moved, 'extend', { reason: 'Cần lấy ý kiến.' }, desk.ground.actors.APPROVER);
    const all = [mine, paused, quick, moved];
    expect(await on(at('03-20', '07:59'), all)).toEqual([]);
    expect(await on(at('03-20'), all)).toEqual([`xuly: Sắp đến hạn trả lời ${mine}`]); // due on Tuesday the 24th
    expect(await on(at('03-23'), all)).toEqual([]);
    expect(await on(at('03-24'), all)).toEqual([`xuly: Hôm nay đến hạn trả lời ${mine}`]);
    expect(await on(at('04-03'), [moved])).toEqual([`xuly: Sắp đến hạn trả lời ${moved}`]);
    await desk.close();
  });

  it('go to who is entrusted with it now, can be declined, and are not sent days later', async () => {
    await address(['xuly', 'tiepnhan'], { wantsDigest: false });
    const fresh = await desk.submitted();
    const own = await desk.submitted();
    await step(own, 'book');
    await step(own, 'assign', { assigneeId: desk.ground.actors.INTAKE_OFFICER.staffId });
    expect(await on(at('03-20'), [fresh, own])).toEqual(
      [`tiepnhan: Sắp đến hạn trả lời ${own}`, `tiepnhan: Sắp đến hạn trả lời ${fresh}`].sort(),
    );
    await address(['tiepnhan'], { wantsReminders: false });
    expect(await on(at('03-24'), [fresh, own])).toEqual([]);
    desk.house.clock.set(at('03-24'));
    const later = await desk.submitted();
    await address(['tiepnhan'], { wantsReminders: true });
    await step(later, 'book');
    expect(
      await on(at('04-20'), [later]).then((lines) => lines.filter((line) => /đến hạn/.test(line))),
    ).toEqual([]);
    await desk.close();
  });

  it('come as one digest each working morning, and as one after a week asleep', async () => {
    await address(['tiepnhan', 'xuly', 'lanhdao', 'giamsat', 'hoidong', 'quantri', 'phuong']);
    const digests = async (instant: number): Promise<string[]> =>
      (await on(instant)).filter((line) => line.includes('Việc hôm nay'));
    expect(await digests(at('03-11', '07:30'))).toEqual([]); // nothing to tell
    const code = await desk.submitted();
    const drafted = await desk.submitted({ agency: 'HG-TT' });
    await step(drafted, 'book');
    await step(drafted, 'start');
    await step(drafted, 'draft', { reply: REPLY }, desk.ground.actors.HANDLER);
    await address(['soan']);
    const forwarded = await desk.submitted({ agency: 'HG-TT' });
    await step(forwarded, 'book');
    await step(forwarded, 'forward', { agencyId: desk.agencyId('HG-XD') });
    expect(await digests(at('03-12', '07:29'))).toEqual([]);
    // Only approvers are told of approvals, and only of their own agency's.
    expect(await digests(at('03-12', '07:30'))).toEqual([
      'soan: Việc hôm nay 12/03/2026: 1 mới',
      'tiepnhan: Việc hôm nay 12/03/2026: 1 mới',
    ]);
    await step(forwarded, 'redirect', { redirection: 'COMPLAINT', reason: 'Đơn khiếu nại.' });
    expect(await digests(at('03-12', '09:00'))).toEqual([]);
    const [friday] = await digestsOf('tiepnhan', at('03-13', '07:31'));
    expect(friday?.text).toContain(`- ${code} · chưa rõ lĩnh vực`);
    expect(friday?.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe(
      'List-Unsubscribe=One-Click',
    );
    expect(await digests(at('03-14', '10:00'))).toEqual([]); // Saturday
    desk.house.clock.set(at('03-27', '09:00')); // asleep for two weeks; both are overdue since the 25th
    const other = await desk.house.another();
    await Promise.all([desk.house.runDue(), other.runDue()]);
    await other.close();
    expect(arrived().filter((line) => line.includes('Việc hôm nay'))).toEqual([
      'giamsat: Việc hôm nay 27/03/2026: 2 quá hạn',
      'lanhdao: Việc hôm nay 27/03/2026: 1 quá hạn',
      'phuong: Việc hôm nay 27/03/2026: 1 quá hạn',
      'tiepnhan: Việc hôm nay 27/03/2026: 1 quá hạn, 1 mới',
      'xuly: Việc hôm nay 27/03/2026: 1 quá hạn',
    ]);
    const next = { topic: 'correspondence.digest', state: 'WAITING' as const };
    const [link, ...more] = await desk.house.reader.findBy(OutboxMessage, next);
    expect([link?.key, more]).toEqual(['digest:2026-03-30', []]);
    await desk.close();
  });

  async function digestsOf(username: string, instant: number): Promise<ReturnType<MailPeer['taken']>> {
    desk.house.clock.set(instant);
    await desk.house.runDue();
    return peer
      .taken()
      .filter(
        ({ recipient, subject }) => recipient.startsWith(username) && subject?.includes('Việc hôm nay'),
      );
  }
});

const REPLY = {
  ...{ body: 'Đã rút kinh nghiệm.', outcome: 'CONFIRMED_CORRECTED', criteria: null },
  ...{ number: null, day: null, signatory: null },
};
