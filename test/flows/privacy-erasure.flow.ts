import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journalHash } from '../../src/feedback/journal-hash.js';
import { Erasure } from '../../src/feedback/erasure.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { Reply } from '../../src/feedback/reply.entity.js';
import { retention } from '../../src/feedback/retention.js';
import { KeptDraft } from '../../src/handling/kept-draft.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Choices } from '../../src/platform/installation/choices.service.js';
import { Publication } from '../../src/publication/publication.entity.js';
import { MORNING } from '../support/application.js';
import { PAGE_ENGINES } from '../support/database.js';
import { REPLY } from '../support/desk-house.js';
import { PERSON, PrivacyHouse, SECRET, TRACES } from '../support/privacy-house.js';

const DAY = 86_400_000;
const YEAR = 366 * DAY;

describe.each(PAGE_ENGINES)('erasing personal data on %s', (engine) => {
  const desk = new PrivacyHouse();
  beforeAll(() => desk.open(engine), 60_000);
  afterAll(() => desk.close());

  /** An item of the person that went all the way, with a trace in everything that a person or an officer can write. */
  async function answered(): Promise<Feedback> {
    const { id, code } = await desk.told();
    await desk.done('tiepnhan', code, 'book');
    await desk.done('xuly', code, 'start');
    await desk.done('xuly', code, 'requestInfo', { question: `Bà ${SECRET} cho biết thêm?` });
    const files = [await desk.file(`them-${SECRET}.pdf`)];
    await desk.citizen(code, 'supplement', { content: `Thêm của ${SECRET}`, files });
    const handler = await desk.as('xuly');
    await handler.visit(`/can-bo/ho-so/${code}`);
    await handler.submit({ body: `Đã gọi ${PERSON.phone}` }, `/can-bo/ho-so/${code}/ghi-chu`);
    await desk.done('xuly', code, 'draft', { ...REPLY, body: `Kính gửi bà ${SECRET}.` });
    await desk.done('lanhdao', code, 'approve', {});
    await desk.citizen(code, 'rate', { rating: 'ACCEPTABLE', words: `${SECRET} cảm ơn.` });
    await desk.house.write(async (tx) => {
      const place = { staffId: desk.ground.actors.HANDLER.staffId, feedbackId: id, form: 'note' };
      await tx.insert(KeptDraft, { ...place, fields: { body: `Nháp ${SECRET}` }, savedAt: 1 });
    });
    return desk.item(code);
  }

  /** As somebody proposed it; public only where the item says so. */
  async function proposed({ id }: Feedback, content: string, isPublic: boolean): Promise<void> {
    const { id: replyId } = await desk.house.reader.findOneByOrFail(Reply, { feedbackId: id });
    const words = { title: content, content, reply: content, folded: content, clearedReason: SECRET };
    const row = { feedbackId: id, replyId, ...words, proposedById: 1, proposedAt: 1 };
    await desk.house.write(async (tx) => {
      await tx.insert(Publication, row);
      await tx.update(Feedback, { id }, { publication: isPublic ? 'PUBLISHED' : 'PENDING_REVIEW' });
    });
  }

  async function expectWhole(id: number, before: Awaited<ReturnType<typeof desk.journal>>): Promise<void> {
    const after = await desk.journal(id);
    expect(after).toEqual(before);
    for (const entry of after) expect(entry.hash).toBe(journalHash(entry));
  }

  it('at the submitter’s request: after some days for second thoughts, everything, with a proof and whole figures', async () => {
    const shown = await answered();
    const draft = await answered();
    await proposed(shown, 'Nội dung đã biên tập', true);
    await proposed(draft, `Bản dự thảo ${SECRET}`, false);
    await desk.house.runDue();
    expect(await desk.traces()).toEqual(
      expect.arrayContaining(['feedback', 'submitter', 'note', 'attachment']),
    );
    const [figures, journal] = [await desk.figures(2026), await desk.journal(shown.id)];

    for (const { code } of [shown, draft]) {
      const citizen = await desk.opened(code);
      await citizen.visit('/tra-cuu/ho-so/du-lieu');
      const missed = await citizen.submit({}, '/tra-cuu/ho-so/du-lieu/xoa');
      expect(missed.status).toBe(422);
      await citizen.submit({ confirm: 'yes' }, '/tra-cuu/ho-so/du-lieu/xoa');
      expect(citizen.page.text).toContain('Đã ghi nhận yêu cầu');
      expect(citizen.page.text).toContain('14/03/2026');
      await citizen.submit({}, '/tra-cuu/ho-so/du-lieu/giu-lai');
      expect(citizen.page.text).toContain('dữ liệu được giữ nguyên');
      await citizen.submit({ confirm: 'yes' }, '/tra-cuu/ho-so/du-lieu/xoa');
    }
    const desks = await (await desk.as('xuly')).visit(`/can-bo/ho-so/${shown.code}`);
    expect(desks.text).toContain('Người gửi đã yêu cầu xóa dữ liệu');

    await desk.at(MORNING + 2.5 * DAY, async () => {
      await desk.house.runDue();
      expect((await desk.item(shown.code)).erasedAt).toBeNull();
    });
    await desk.at(MORNING + 4 * DAY, async () => {
      await desk.house.runDue();
      expect(await desk.traces()).toEqual([]);
      await expectWhole(shown.id, journal);
      expect(await desk.figures(2026)).toEqual(figures);

      const [proof] = await desk.house.reader.findBy(Erasure, { code: shown.code });
      expect(proof).toMatchObject({ rule: 'REQUEST', actorKind: 'citizen', lastSeq: shown.version });
      expect(proof?.hashBefore).toBe(journal.at(-1)?.hash);
      expect(proof?.hashAfter).toBe(proof?.hashBefore);
      expect(proof?.counts).toMatchObject({
        contact: 1,
        words: 1,
        texts: 3,
        replies: 1,
        files: 2,
        notes: 1,
        drafts: 1,
      });
      const entry = await desk.house.reader.findOneByOrFail(AuditEntry, { id: proof?.auditId ?? 0 });
      expect(entry).toMatchObject({ action: 'personal.erase', subject: shown.code, actorKind: 'citizen' });

      const kept = await desk.house.reader.findOneByOrFail(Publication, { feedbackId: shown.id });
      expect(kept.content).toBe('Nội dung đã biên tập');
      const dropped = await desk.house.reader.findOneByOrFail(Publication, { feedbackId: draft.id });
      expect([dropped.content, dropped.folded]).toEqual(['', '']);

      const citizen = await desk.opened(shown.code);
      expect(citizen.page.text).toContain('Dữ liệu cá nhân đã được xóa lúc');
      expect(citizen.page.text).toContain('Đã kết thúc');
      const own = await citizen.visit('/tra-cuu/ho-so/du-lieu');
      expect(own.text).toContain('Biên bản xóa dữ liệu cá nhân');
      expect(own.text).toContain(proof?.hashAfter);
      const officer = await (await desk.as('xuly')).visit(`/can-bo/ho-so/${shown.code}`);
      expect(officer.status).toBe(200);
      expect(officer.text).toContain('Dữ liệu cá nhân đã được xóa lúc');
      expect(officer.html).not.toContain('/lien-he');
    });
  }, 60_000);

  it('by rule: what was kept long enough, each night, and nothing that is younger, open or wanted', async () => {
    const [closed, withdrawn, open] = [await answered(), await desk.told(), await desk.told()];
    await desk.citizen(withdrawn.code, 'withdraw', {});
    const years = { ...retention.standard.years, WITHDRAWN: 2 };
    await desk.house.write((tx) =>
      desk.house.app.get(Choices).set(tx, retention, { years, requestDays: 3 }, { kind: 'operator' }),
    );
    const erasedAt = async ({ code }: { code: string }): Promise<boolean> =>
      (await desk.item(code)).erasedAt !== null;
    const standing = async (): Promise<boolean[]> =>
      Promise.all([erasedAt(closed), erasedAt(withdrawn), erasedAt(open)]);
    await desk.at(MORNING + 2 * YEAR, async () => {
      await desk.house.runDue();
      expect(await standing()).toEqual([false, true, false]);
    });
    await desk.at(MORNING + 5 * YEAR, async () => {
      await desk.house.runDue();
      expect(await standing()).toEqual([true, true, false]);
      const proofs = await desk.house.reader.findBy(Erasure, { rule: 'RETENTION' });
      expect(proofs.every(({ hashBefore, hashAfter }) => hashBefore === hashAfter)).toBe(true);
      expect(JSON.stringify(proofs)).not.toMatch(TRACES);
    });
  }, 120_000);
});
