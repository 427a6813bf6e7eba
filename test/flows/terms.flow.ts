import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffService } from '../../src/accounts/staff.service.js';
import { DEMO_PASSWORD } from '../../src/faces/operator/demo/demo-ground.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import { TermRule } from '../../src/feedback/term-rule.entity.js';
import { send, write } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';

/** Tuesday 10/03/2026 is today. */
const NEW = '/quan-tri/thoi-han/them';
const FIELDS = {
  ...{ subject: 'ADMIN_ACT', urgency: 'NORMAL', channel: '', agency: 'HG-XD', question: '' },
  ...{ term: '4', validFrom: '10/03/2026', lastDay: '', note: 'QĐ 960/QĐ-UBND' },
};

describe.each(PAGE_ENGINES)('terms that authorities set, on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  async function add(fields: Partial<typeof FIELDS> = {}) {
    const admin = await desk.as('quantri');
    await admin.visit(NEW);
    return admin.submit({ ...FIELDS, ...fields }, NEW);
  }
  const rule = (term: number) => desk.house.reader.findOneByOrFail(TermRule, { term });

  it('count for reports received from then on, on the check page and in the books alike; promises already made stay', async () => {
    const before = await desk.submitted({ agency: 'HG-XD' });
    expect((await desk.item(before)).dueDay).toBe('2026-03-24');
    const list = await add();
    expect(list.url).toBe('/quan-tri/thoi-han');
    expect(list.text).toContain('Đã thêm thời hạn');
    expect(list.text).toContain('từ ngày 10/03/2026');

    const citizen = desk.house.browser();
    const check = await write(citizen, { agencyCode: 'HG-XD' });
    expect(check.text).toContain('16/03/2026');
    const { code } = await send(citizen);
    const item = await desk.item(code);
    const { id } = await rule(4);
    expect(item.dueDay).toBe('2026-03-16');
    expect(item.deadline).toMatchObject({ term: 4, rule: `term-rule.${id}`, basis: { from: '2026-03-10' } });
    const page = await citizen.visit('/tra-cuu/ho-so');
    expect(page.text).toMatch(/Theo thời hạn do [^.]*Xây dựng[^.]* quy định từ ngày 10\/03\/2026/);
    expect((await desk.item(before)).dueDay).toBe('2026-03-24');
    expect((await desk.item(await desk.submitted({ agency: 'HG' }))).dueDay).toBe('2026-03-24');
    expect((await desk.item(await desk.submitted({ agency: 'HG-XD', subject: 'BOTH' }))).dueDay).toBe(
      '2026-03-31',
    );
  });

  it('are tried before anybody is promised anything', async () => {
    const admin = await desk.as('quantri');
    const asked = 'subject=ADMIN_ACT&urgency=NORMAL&channel=PHONE&agency=HG-XD';
    const page = await admin.visit(`/quan-tri/thoi-han?${asked}`);
    expect(page.text).toContain('nếu nhận được hôm nay sẽ có hạn trả lời');
    expect(page.text).toContain('16/03/2026');
    const urgent = await admin.visit(`/quan-tri/thoi-han?${asked.replace('NORMAL', 'URGENT')}`);
    expect(urgent.text).toContain('Theo thời hạn dành cho việc khẩn cấp');
    expect(urgent.text).toContain('11/03/2026');
  });

  it('are refused where an equal one holds, or days are out of order; what was typed is kept', async () => {
    const equal = await add({ validFrom: '01/06/2026', term: '9' });
    expect(equal.status).toBe(422);
    expect(equal.text).toContain('Đã có thời hạn cho đúng các trường hợp này, áp dụng từ ngày 10/03/2026');
    expect(equal.html).toContain('value="QĐ 960/QĐ-UBND"');
    const backwards = await add({ channel: 'PHONE', lastDay: '09/03/2026' });
    expect(backwards.text).toContain('Ngày cuối áp dụng phải từ ngày bắt đầu trở đi');
    for (const term of ['0', '1001', 'ba', '2,5'])
      expect((await add({ channel: 'ZALO', term })).status).toBe(422);
    expect((await add({ channel: 'ZALO', agency: 'khong-co' })).status).toBe(422);
    expect(await desk.house.reader.count(TermRule)).toBe(1);
  });

  it('by the day of receipt, also where staff enter what came days ago', async () => {
    await add({ urgency: 'ON_SITE', term: '2', validFrom: '09/03/2026', lastDay: '09/03/2026' });
    const received = async (receivedDay: string) => {
      const { ground, house } = desk;
      const input = { ...(await anEntry()), urgency: 'ON_SITE' as const, receivedDay };
      return house.app.get(SubmissionService).submit(input, ground.actors.INTAKE_OFFICER);
    };
    expect(await received('2026-03-09')).toMatchObject({ dueDay: '2026-03-11' });
    expect(await received('2026-03-06')).toMatchObject({ dueDay: '2026-03-11' }); // the general three days
    expect((await received('2026-03-06')).deadline.rule).toBe('urgency.ON_SITE');
  });

  it('end on a day that is not over, and are deleted only before they begin', async () => {
    const admin = await desk.as('quantri');
    const { id } = await rule(4);
    const end = `/quan-tri/thoi-han/${id}/ket-thuc`;
    await admin.visit(end);
    expect((await admin.submit({ lastDay: '09/03/2026' }, end)).status).toBe(422);
    const done = await admin.submit({ lastDay: '10/03/2026' }, end);
    expect(done.text).toContain('từ ngày 10/03/2026 đến hết ngày 10/03/2026');
    expect((await desk.item(await desk.submitted({ agency: 'HG-XD' }))).dueDay).toBe('2026-03-16');
    expect((await add({ term: '5', validFrom: '11/03/2026' })).url).toBe('/quan-tri/thoi-han');

    const csrf = encodeURIComponent(admin.csrf);
    const used = await admin.post(`/quan-tri/thoi-han/${id}/xoa`, `_csrf=${csrf}`);
    expect(used.text).toContain('đã bắt đầu áp dụng nên không xóa được');
    const later = await rule(5);
    await admin.post(`/quan-tri/thoi-han/${later.id}/xoa`, `_csrf=${csrf}`);
    expect(await desk.house.reader.countBy(TermRule, { id: later.id })).toBe(0);
    expect(await desk.house.reader.countBy(TermRule, { id })).toBe(1);
  });

  it('begin anew with a reopening, by the terms of that day', async () => {
    const code = await desk.submitted({ agency: 'HG-DS' });
    await add({ agency: 'HG', term: '7', channel: 'WEB' });
    const { id } = await desk.item(code);
    const way = ['book', 'start'] as const;
    for (const action of way) await desk.done('dongson', code, action);
    const take = async (
      action: 'draft' | 'approve' | 'reopen',
      who: 'HANDLER' | 'APPROVER' | 'SUPERVISOR',
      input = {},
    ) => {
      const { version } = await desk.house.reader.findOneByOrFail(Feedback, { id });
      const target = { id, expectedVersion: version };
      await desk.house.app.get(FeedbackService).transition(target, action, input, desk.ground.actors[who]);
    };
    const reply = {
      body: 'Đã sửa.',
      outcome: 'EXPLAINED',
      criteria: null,
      number: null,
      day: null,
      signatory: null,
    };
    await take('draft', 'HANDLER', { reply });
    await take('approve', 'APPROVER');
    expect((await desk.item(code)).dueDay).toBe('2026-03-24');
    await take('reopen', 'SUPERVISOR', { reason: 'Có tình tiết mới.' });
    expect(await desk.item(code)).toMatchObject({ dueDay: '2026-03-19' });
  });

  it('are set only by whom the agency concerns', async () => {
    for (const who of ['tiepnhan', 'lanhdao', 'giamsat'])
      expect((await (await desk.as(who)).visit('/quan-tri/thoi-han')).status).toBe(403);
    const agencyId = desk.agencyId('HG-XD');
    const grants = [{ role: 'ADMIN' as const, agencyId }];
    const person = { username: 'quantrixd', name: 'Lê Quản Trị', agencyId, password: DEMO_PASSWORD, grants };
    await desk.house.app.get(StaffService).add({ ...person, passwordTemporary: false });
    const admin = await desk.as('quantrixd');
    for (const agency of ['', 'HG', 'HG-DS']) {
      await admin.visit(NEW);
      expect((await admin.submit({ ...FIELDS, channel: 'EMAIL', agency }, NEW)).status).toBe(422);
    }
    expect((await admin.submit({ agency: 'HG-XD', channel: 'EMAIL' }, NEW)).status).toBe(200);
    const foreign = await rule(7);
    expect((await admin.visit(`/quan-tri/thoi-han/${foreign.id}/ket-thuc`)).status).toBe(403);
    expect((await add({ agency: '', channel: 'SURVEY', term: '20' })).url).toBe('/quan-tri/thoi-han');
  });

  async function anEntry() {
    const item = await desk.item(await desk.submitted({ agency: 'HG-XD' }));
    const { kind, subject, title, content, procedureId, fieldId, intakeAgencyId } = item;
    const submitter = {
      type: 'INDIVIDUAL' as const,
      name: 'Đào',
      address: 'Số 5',
      phone: '0912345678',
      email: null,
    };
    const words = { kind, subject, title, content, procedureId, fieldId, intakeAgencyId, submitter };
    return { ...words, channel: 'PHONE' as const, submissionKey: `entry-${++entered}` };
  }
  let entered = 0;
});
