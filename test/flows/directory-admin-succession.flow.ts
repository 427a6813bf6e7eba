import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Grant } from '../../src/accounts/grant.entity.js';
import { AgencyChange } from '../../src/directory/agency-change.entity.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { AgencyName } from '../../src/directory/agency-name.entity.js';
import { AgencyReform } from '../../src/feedback/agency-reform.service.js';
import { Coordination } from '../../src/feedback/coordination.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import type { NewAgencyChange } from '../../src/feedback/reform-checks.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { ENGINES } from '../support/database.js';
import { anOffice, type Office } from '../support/office.js';

const DAY = 86_400_000;

describe.each(ENGINES)('agencies that change on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await anOffice(engine);
  });
  afterAll(() => office.close());

  const idOf = (code: string): number => office.agency(code).id;
  const decide = (...changes: Partial<NewAgencyChange>[]): Promise<number[]> =>
    office.product.app.get(AgencyReform).decide(
      changes.map((change) => ({ ...BLANK, ...change })),
      1,
    );
  const changeOf = (id: number): Promise<AgencyChange> =>
    office.product.reader.findOneByOrFail(AgencyChange, { id });
  const item = (id: number): Promise<Feedback> => office.product.reader.findOneByOrFail(Feedback, { id });
  const entries = (feedbackId: number): Promise<JournalEntry[]> =>
    office.product.reader.find(JournalEntry, { where: { feedbackId }, order: { seq: 'ASC' } });
  const at = (code: string) => office.at(office.people.clerk, code);

  it('passes every open item on with a transfer each, state, days and answer under way kept', async () => {
    const fresh = await office.submitted('HG-BM');
    const booked = await office.booked('HG-BM');
    const drafted = await office.booked('HG-BM');
    await office.step(drafted.id, 'start', office.people.handler);
    await office.step(drafted.id, 'assign', office.people.clerk, {
      assigneeId: office.people.handler.staffId,
    });
    const elsewhere = await office.booked('HG-BM');
    await office.step(elsewhere.id, 'forward', office.people.clerk, { agencyId: idOf('HG-XD') });
    const asking = await office.booked('HG-TC');
    await office.step(asking.id, 'consult', office.people.clerk, {
      agencyId: idOf('HG-BM'),
      innerDay: '2026-03-12',
      question: 'Xin ý kiến.',
    });
    const answered = await office.answered('HG-BM');
    const before = await item(drafted.id);

    const [id = 0] = await decide({ kind: 'MERGE', agencyId: idOf('HG-BM'), successorId: idOf('HG-HK') });
    expect(await changeOf(id)).toMatchObject({ state: 'MOVING', total: 4 });
    await office.product.runDue();
    expect(await changeOf(id)).toMatchObject({ state: 'DONE', total: 4, moved: 4 });

    const successor = { handlingAgencyId: idOf('HG-HK'), intakeAgencyId: idOf('HG-HK') };
    expect(await item(fresh.id)).toMatchObject({ ...successor, state: 'SUBMITTED' });
    expect(await item(booked.id)).toMatchObject({ ...successor, state: 'RECEIVED' });
    const { dueDay, assigneeId } = before;
    expect(await item(drafted.id)).toMatchObject({ ...successor, state: 'IN_PROGRESS', dueDay, assigneeId });
    expect(await item(elsewhere.id)).toMatchObject({
      intakeAgencyId: idOf('HG-HK'),
      handlingAgencyId: idOf('HG-XD'),
      state: 'FORWARDED',
    });
    expect(await item(answered.id)).toMatchObject({ handlingAgencyId: idOf('HG-BM'), state: 'ANSWERED' });
    const asked = await office.product.reader.findOneByOrFail(Coordination, { feedbackId: asking.id });
    expect(asked.agencyId).toBe(idOf('HG-HK'));
    expect((await entries(booked.id)).at(-1)).toMatchObject({
      ...{ action: 'succeed', actorKind: 'system', fromState: 'RECEIVED', toState: 'RECEIVED' },
      ...{ fromAgencyId: idOf('HG-BM'), agencyId: idOf('HG-HK') },
    });
    // The colleague of the successor takes it in; the register goes on there.
    await office.step(fresh.id, 'book', at('HG-HK'));
    expect((await item(fresh.id)).registerNumber).toContain('HG-HK');

    // What is reopened enters the books of who answered, and goes on in the same transaction.
    await office.step(answered.id, 'reopen', office.people.supervisor, { reason: 'Cần xem lại.' });
    const [reopened, passed] = (await entries(answered.id)).slice(-2);
    expect(reopened).toMatchObject({ action: 'reopen', agencyId: idOf('HG-BM') });
    expect(passed).toMatchObject({ action: 'succeed', agencyId: idOf('HG-HK'), toState: 'IN_PROGRESS' });
    expect(passed?.recordedAt).toBe(reopened?.recordedAt);
  });

  it('waits for its day; a second working of the same row does nothing more', async () => {
    const waiting = await office.booked('HG-TL');
    const [id = 0] = await decide({
      ...{ kind: 'MERGE', agencyId: idOf('HG-TL'), successorId: idOf('HG-DS') },
      ...{ day: '2026-03-12', withStaff: true },
    });
    await office.product.runDue();
    expect((await item(waiting.id)).handlingAgencyId).toBe(idOf('HG-TL'));
    await expect(
      decide({ kind: 'MERGE', agencyId: idOf('HG-TT'), successorId: idOf('HG-TL') }),
    ).rejects.toMatchObject({ fields: { agency: { key: 'directoryAdmin.change.unknown' } } });
    await expect(decide({ kind: 'ABOLISH', agencyId: idOf('HG-TL') })).rejects.toMatchObject({
      key: 'directoryAdmin.change.ending',
    });
    await office.product.write((tx) =>
      tx.insert(Grant, { staffId: office.people.clerk.staffId, role: 'HANDLER', agencyId: idOf('HG-TL') }),
    );
    office.product.clock.advance(2 * DAY);
    await office.product.runDue();
    expect(await changeOf(id)).toMatchObject({ state: 'DONE', moved: 1 });
    expect((await item(waiting.id)).handlingAgencyId).toBe(idOf('HG-DS'));
    const held = { staffId: office.people.clerk.staffId, role: 'HANDLER' as const };
    expect(await office.product.reader.countBy(Grant, held)).toBe(2);

    await office.product.write((tx) =>
      tx.update(OutboxMessage, { topic: 'agency.succeed' }, { state: 'WAITING', runAt: 0 }),
    );
    await office.product.runDue();
    expect((await entries(waiting.id)).filter(({ action }) => action === 'succeed')).toHaveLength(1);
    const trail = await office.product.reader.findBy(AuditEntry, {
      action: 'agency.merge',
      subject: 'HG-TL',
    });
    expect(trail.map(({ actorKind }) => actorKind).sort()).toEqual(['staff', 'system']);
  });

  it('is cancelled before its day, and refused where work would lose its agency', async () => {
    const [id = 0] = await decide({ kind: 'RENAME', agencyId: idOf('HG-TP'), ...NAMES, day: '2026-04-01' });
    await office.product.app.get(AgencyReform).cancel(id, 1);
    await expect(office.product.app.get(AgencyReform).cancel(id, 1)).rejects.toMatchObject({
      kind: 'conflict',
    });
    const refused: [Partial<NewAgencyChange>, object][] = [
      [{ kind: 'ABOLISH', agencyId: idOf('HG') }, { fields: { agency: expect.anything() } }],
      [{ kind: 'ABOLISH', agencyId: idOf('HG-TP'), day: '2026-05-01' }, { kind: 'invalid' }],
      [{ kind: 'MOVE', agencyId: idOf('HG'), parentId: idOf('HG-TP') }, { kind: 'invalid' }],
      [{ kind: 'MERGE', agencyId: idOf('HG-BM'), successorId: idOf('HG') }, { kind: 'conflict' }],
      [{ kind: 'RENAME', agencyId: idOf('HG-TP'), ...NAMES, day: '1900-01-01' }, { kind: 'invalid' }],
    ];
    for (const [change, error] of refused) await expect(decide(change)).rejects.toMatchObject(error);
    await office.product.runDue();
    expect((await office.product.app.get(AgencyDirectory).byCode('HG-TP'))?.name).toContain('Sở Tư pháp');
  });

  it('keeps a former name, by which it is found', async () => {
    await decide({ kind: 'RENAME', agencyId: idOf('HG-NV'), ...NAMES });
    const directory = office.product.app.get(AgencyDirectory);
    const [found] = await directory.search('so noi vu hoa giang', 1);
    expect(found).toMatchObject({ code: 'HG-NV', shortName: NAMES.shortName });
    const [past] = await office.product.reader.findBy(AgencyName, { agencyId: idOf('HG-NV') });
    expect(past).toMatchObject({ shortName: 'Sở Nội vụ', validTo: '2026-03-10' });
  });

  it('moves thousands of items without ever being half: so many an item, each once', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 50; n++) ids.push((await office.submitted('HG-TT')).id);
    const [id = 0] = await decide({ kind: 'MERGE', agencyId: idOf('HG-TT'), successorId: idOf('HG-SH') });
    await office.product.runDue();
    expect(await changeOf(id)).toMatchObject({ state: 'DONE', moved: (await changeOf(id)).total });
    const last = await item(ids.at(-1) ?? 0);
    expect(last).toMatchObject({ handlingAgencyId: idOf('HG-SH'), version: 2 });
  });
});

const BLANK: NewAgencyChange = {
  ...{ agencyId: 0, kind: 'RENAME', day: '2026-03-10', name: '', shortName: '' },
  ...{ parentId: null, successorId: null, withStaff: false },
};
const NAMES = { name: 'Sở Nội vụ và Lao động tỉnh Hòa Giang', shortName: 'Sở Nội vụ và Lao động' };
