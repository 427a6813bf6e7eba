import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '../../src/accounts/staff-actor.js';
import { SYSTEM } from '../../src/feedback/actor.js';
import { Coordination } from '../../src/feedback/coordination.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { Submitter } from '../../src/feedback/submitter.entity.js';
import { addDays } from '../../src/platform/kernel/civil-day.js';
import { MORNING } from '../support/application.js';
import { PAGE_ENGINES } from '../support/database.js';
import { anOffice, type Office } from '../support/office.js';

describe.each(PAGE_ENGINES)('the steps of the office on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await anOffice(engine);
  });
  afterAll(() => office.close());

  const entries = (feedbackId: number) =>
    office.product.reader.find(JournalEntry, { where: { feedbackId }, order: { seq: 'ASC' } });
  const stored = (id: number) => office.product.reader.findOneByOrFail(Feedback, { id });

  it('gives an item to somebody who may work there, and frees it when the books change', async () => {
    const { clerk, handler, oversight } = office.people;
    const item = await office.booked('HG-TT');
    const assign = (assigneeId: number) => office.step(item.id, 'assign', clerk, { assigneeId });
    for (const wrong of [oversight.staffId, 9_999]) {
      await expect(assign(wrong)).rejects.toMatchObject({
        fields: { assigneeId: { key: 'lifecycle.need.assigneeId' } },
      });
    }
    await assign(handler.staffId);
    expect((await stored(item.id)).assigneeId).toBe(handler.staffId);
    await expect(assign(handler.staffId)).rejects.toMatchObject({
      fields: { assigneeId: { key: 'lifecycle.need.otherAssignee' } },
    });
    await office.step(item.id, 'forward', clerk, { agencyId: office.agency('HG-DS').id });
    expect((await stored(item.id)).assigneeId).toBeNull();
    expect((await entries(item.id)).at(-2)).toMatchObject({
      action: 'assign',
      details: { assigneeId: handler.staffId },
    });
  });

  it('asks another agency, which sees the item, gives its opinion once, and can do nothing else', async () => {
    const { handler } = office.people;
    const item = await office.booked('HG-TT');
    await office.step(item.id, 'start', handler);
    const asked = office.at(handler, 'HG-DS');
    await expect(office.step(item.id, 'contribute', asked, { content: 'Ý kiến' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    const due = (await stored(item.id)).dueDay;
    const consult = (innerDay: string) =>
      office.step(item.id, 'consult', handler, {
        agencyId: office.agency('HG-DS').id,
        question: 'Đề nghị cho ý kiến về hồ sơ đất đai.',
        innerDay,
      });
    for (const wrong of ['2026-03-09', addDays(due, 1)]) {
      await expect(consult(wrong)).rejects.toMatchObject({
        fields: { innerDay: { key: 'lifecycle.need.usableInnerDay' } },
      });
    }
    await consult('2026-03-12');
    await expect(consult('2026-03-12')).rejects.toMatchObject({
      fields: { agencyId: { key: 'lifecycle.need.consultedAlready' } },
    });
    await expect(office.step(item.id, 'draft', asked, {})).rejects.toMatchObject({ kind: 'forbidden' });
    await office.step(item.id, 'contribute', asked, { content: 'Hồ sơ đủ điều kiện.' });
    const [row] = await office.product.reader.findBy(Coordination, { feedbackId: item.id });
    expect(row).toMatchObject({ answeredById: asked.staffId, askedSeq: 4, answeredSeq: 5 });
    await expect(office.step(item.id, 'contribute', asked, { content: 'Thêm' })).rejects.toMatchObject({
      key: 'lifecycle.condition.openConsultation',
    });
    expect((await stored(item.id)).handlingAgencyId).toBe(office.agency('HG-TT').id);
  });

  it('splits a booked item: a part of its own number, code and submitter, promised for the same day', async () => {
    const { clerk } = office.people;
    const item = await office.booked('HG-TT');
    office.product.clock.set(MORNING + 3 * 86_400_000);
    const part = {
      title: 'Phần về lệ phí',
      content: 'Thu lệ phí sai quy định.',
      subject: 'ADMIN_REGULATION',
    };
    await expect(
      office.step(item.id, 'split', clerk, { part: { ...part, title: '', subject: 'BOTH' } }),
    ).rejects.toMatchObject({ fields: { partTitle: { key: 'lifecycle.need.partTitle' } } });
    await office.step(item.id, 'split', clerk, { part: { ...part, subject: 'ADMIN_REGULATION' } });
    office.product.clock.set(MORNING);
    const made = await office.product.reader.findOneByOrFail(Feedback, { splitFromId: item.id });
    const whole = await stored(item.id);
    expect(made).toMatchObject({ state: 'RECEIVED', title: part.title, dueDay: whole.dueDay, version: 2 });
    expect((await entries(item.id)).at(-1)?.details).toEqual({ partCode: made.code });
    expect(made.code).not.toBe(whole.code);
    expect(made.registerNumber).not.toBe(whole.registerNumber);
    expect((await entries(made.id)).map(({ action }) => action)).toEqual(['submit', 'book']);
    const { feedbackId: _, ...person } = await office.product.reader.findOneByOrFail(Submitter, {
      feedbackId: item.id,
    });
    expect(await office.product.reader.findOneByOrFail(Submitter, { feedbackId: made.id })).toMatchObject(
      person,
    );
  });

  it('lets the head decide on an extension that another one asked for', async () => {
    const { handler, approver } = office.people;
    const item = await office.booked('HG-TT');
    await office.step(item.id, 'start', handler);
    const reason = 'Phải xác minh tại ba xã.';
    await expect(office.step(item.id, 'declineExtension', approver, { reason })).rejects.toMatchObject({
      key: 'lifecycle.condition.extensionAsked',
    });
    await office.step(item.id, 'askExtension', handler, { reason });
    await expect(office.step(item.id, 'askExtension', handler, { reason })).rejects.toMatchObject({
      key: 'lifecycle.condition.extensionNotAsked',
    });
    const both: StaffActor = { ...approver, staffId: handler.staffId };
    await expect(office.step(item.id, 'extend', both, { reason })).rejects.toMatchObject({
      key: 'lifecycle.condition.notAsker',
    });
    const before = await stored(item.id);
    await office.step(item.id, 'extend', approver, { reason });
    const after = await stored(item.id);
    expect(after).toMatchObject({ extensionAskedById: null, plainDueDay: before.dueDay });
    expect(after.dueDay > before.dueDay).toBe(true);
  });

  it('asks above before it is reopened, once', async () => {
    const { supervisor } = office.people;
    const item = await office.answered('HG-DS');
    const citizen = { kind: 'citizen' as const, feedbackId: item.id };
    const ask = () => office.step(item.id, 'askReopen', citizen, { content: 'Cán bộ vẫn chưa trả giấy tờ.' });
    await expect(ask()).rejects.toMatchObject({ key: 'lifecycle.condition.dissatisfied' });
    await office.step(item.id, 'rate', citizen, { rating: 'DISSATISFIED' });
    await ask();
    await expect(ask()).rejects.toMatchObject({ key: 'lifecycle.condition.reopenNotAsked' });
    const propose = () => office.step(item.id, 'proposePublication', office.people.handler);
    await expect(propose()).rejects.toMatchObject({ key: 'lifecycle.condition.reopenDecided' });
    const below = office.at(supervisor, 'HG-DS');
    await expect(office.step(item.id, 'reopen', below, { reason: 'x' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await office.step(item.id, 'declineReopen', supervisor, { reason: 'Không có tình tiết mới.' });
    expect(await stored(item.id)).toMatchObject({
      state: 'CLOSED',
      reopenAsked: false,
      reopenDeclined: true,
    });
    await propose();
    await expect(ask()).rejects.toMatchObject({ key: 'lifecycle.condition.reopenNotAsked' });
  });

  it('lets the own supervisor decide where nobody stands above in this installation', async () => {
    const { supervisor } = office.people;
    const item = await office.answered('HG');
    const elsewhere = office.at(supervisor, 'HG-DS');
    await expect(office.step(item.id, 'reopen', elsewhere, { reason: 'x' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await office.step(item.id, 'reopen', supervisor, { reason: 'Có tình tiết mới.' });
    expect(await stored(item.id)).toMatchObject({ state: 'IN_PROGRESS', reopenCount: 1 });
  });

  it('hides an item from the officer whose conduct it is about', async () => {
    const { handler, supervisor } = office.people;
    const item = await office.booked('HG-TT');
    await office.step(item.id, 'assign', office.people.clerk, { assigneeId: handler.staffId });
    await office.step(item.id, 'concern', supervisor, {
      concernsStaffId: handler.staffId,
      reason: 'Theo đơn.',
    });
    expect((await stored(item.id)).assigneeId).toBeNull();
    await expect(office.step(item.id, 'start', handler)).rejects.toMatchObject({ kind: 'not-found' });
    await office.step(item.id, 'concern', supervisor, { concernsStaffId: null, reason: 'Nhầm người.' });
    await office.step(item.id, 'start', handler);
  });

  it('apologises and escalates only for what is overdue', async () => {
    const item = await office.booked('HG-TT');
    const apologise = () => office.step(item.id, 'apologise', SYSTEM, { newDay: '2026-04-10' });
    await expect(apologise()).rejects.toMatchObject({ key: 'lifecycle.condition.overdue' });
    office.product.clock.set(Date.parse('2026-04-03T08:00:00+07:00'));
    await apologise();
    await office.step(item.id, 'escalate', SYSTEM, { facts: { level: 3 } });
    office.product.clock.set(MORNING);
    const { apologyDay, dueDay } = await stored(item.id);
    expect(apologyDay).toBe('2026-04-10');
    expect(dueDay < '2026-04-03').toBe(true);
    expect((await entries(item.id)).at(-1)?.details).toEqual({ level: 3 });
  });
});
