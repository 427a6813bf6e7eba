import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import { Submitter } from '../../src/feedback/submitter.entity.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import { kept, lookUp } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse, REPLY } from '../support/desk-house.js';

const FORM = '/can-bo/nhap';
const DAY = 86_400_000;
/** Two who tell one matter, and what nobody of them means. */
const TOLD = 'Đường Trần Phú trước cổng trường bị đào lên đặt ống nước rồi bỏ đó, mưa xuống thành hố bùn.';
const AGAIN =
  'Trước cổng trường, đường Trần Phú đào đặt ống nước rồi bỏ đó, mưa xuống thành hố bùn, đã có cháu ngã.';
const ELSE = 'Đèn chiếu sáng ngoài chợ hỏng ba bóng liền nhau, buổi tối đi lại rất nguy hiểm.';

describe.each(PAGE_ENGINES)('what is told twice, and what is two in one, on %s', (engine) => {
  const desk = new DeskHouse();
  let count = 0;
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  const phone = (): string => `09${String(20_000_000 + ++count)}`;
  /** Sent by the web; a contact and a procedure of its own unless told otherwise. */
  async function sent(
    content: string,
    more: Partial<{ phone: string; procedure: string; agency: string }> = {},
  ) {
    const procedure = desk.ground.procedures.get(more.procedure ?? '');
    const item = await desk.house.app.get(SubmissionService).submit(
      {
        ...{ kind: 'REMARK', subject: 'ADMIN_ACT', channel: 'WEB', title: 'Việc ở phường', content },
        procedureId: procedure?.id ?? null,
        fieldId: procedure?.fieldId ?? null,
        intakeAgencyId: desk.agencyId(more.agency ?? 'HG'),
        submissionKey: `twice-${++count}`,
        submitter: {
          type: 'INDIVIDUAL',
          name: 'Lê Văn Bí',
          address: 'Ngõ 7',
          phone: more.phone ?? phone(),
          email: null,
        },
      },
      { kind: 'anonymous' },
    );
    return item.code;
  }
  const aProcedure = (): string => [...desk.ground.procedures.keys()][0] ?? '';
  const panelOf = async (person: string, code: string): Promise<string> =>
    (await (await desk.as(person)).visit(`/can-bo/ho-so/${code}`)).html;
  const compared = (code: string, other: string): string => `/can-bo/ho-so/${code}/so-sanh/${other}`;

  describe('duplicates', () => {
    it('are shown before an entry is stored, and do not keep it from being stored', async () => {
      const number = phone();
      const before = await sent(TOLD, { phone: number });
      const agent = await desk.as('tiepnhan');
      await agent.visit(FORM);
      const letter = {
        channel: 'PHONE',
        kind: 'REMARK',
        subject: 'ADMIN_ACT',
        title: 'Hố bùn',
        content: AGAIN,
      };
      const who = { name: 'Lê Văn Bí', address: 'Ngõ 7', phone: number.replace(/(...)(...)/, '$1 $2 ') };
      const total = await desk.house.reader.count(Feedback);
      const asked = await agent.submit({ ...letter, ...who }, FORM);
      expect(asked.status).toBe(200);
      for (const words of ['Có thể đã có hồ sơ', before, 'Cùng số điện thoại'])
        expect(asked.text).toContain(words);
      expect(await desk.house.reader.count(Feedback)).toBe(total);
      const { code } = kept(await agent.submit({}, FORM));
      expect(await desk.item(code)).toMatchObject({ state: 'SUBMITTED', mergedIntoId: null });
      expect(await panelOf('tiepnhan', code)).toContain(compared(code, before));
      expect(await panelOf('tiepnhan', before)).toContain(compared(before, code));
    });

    it('are near texts of one contact within thirty days, or of one procedure', async () => {
      const number = phone();
      const first = await sent(TOLD, { phone: number });
      const second = await sent(AGAIN, { phone: number });
      const other = await sent(ELSE, { phone: number });
      const stranger = await sent(TOLD);
      const page = await panelOf('tiepnhan', second);
      expect(page).toContain(compared(second, first));
      for (const code of [other, stranger]) expect(page).not.toContain(compared(second, code));
      const [one, two] = [
        await sent(TOLD, { procedure: aProcedure() }),
        await sent(AGAIN, { procedure: aProcedure() }),
      ];
      expect(await panelOf('tiepnhan', two)).toContain(compared(two, one));
      const late = await desk.at(desk.house.clock.now() + 31 * DAY, async () => {
        const code = await sent(TOLD, { phone: number });
        return panelOf('tiepnhan', code);
      });
      expect(late).not.toContain('Có thể trùng');
    });

    it('are not proposed to those who do not see them', async () => {
      const number = phone();
      const hidden = await sent(TOLD, { phone: number, agency: 'HG-XD' });
      const own = await sent(AGAIN, { phone: number, agency: 'HG-DS' });
      expect(await panelOf('dongson', own)).not.toContain(hidden);
      expect(await panelOf('tiepnhan', own)).toContain(hidden);
      expect((await (await desk.as('dongson')).visit(compared(own, hidden))).status).toBe(404);
    });

    it('stand side by side, with what differs marked and no number of anybody', async () => {
      const number = phone();
      const [one, two] = [
        await sent(TOLD, { phone: number }),
        await sent(TOLD.replace('mưa', 'nắng'), { phone: number }),
      ];
      const page = await (await desk.as('tiepnhan')).visit(compared(one, two));
      expect(page.html).toContain('<mark class="differs">mưa</mark>');
      expect(page.html).toContain('<mark class="differs">nắng</mark>');
      expect(page.text).toContain('Giống nhau');
      expect(page.html).not.toContain(number);
      expect((await (await desk.as('tiepnhan')).visit(compared(one, one))).status).toBe(404);
    });

    it('are merged by a person, in the direction that the lifecycle leaves; both codes get the answer', async () => {
      const number = phone();
      const [master, twin] = [await sent(TOLD, { phone: number }), await sent(AGAIN, { phone: number })];
      const agent = await desk.as('tiepnhan');
      expect((await agent.visit(compared(master, twin))).text).toContain('phải đã vào sổ');
      await desk.done('tiepnhan', master, 'book');
      const page = await agent.visit(compared(master, twin));
      expect(page.html).toContain(`/can-bo/ho-so/${twin}/merge`);
      expect(page.html).not.toContain(`/can-bo/ho-so/${master}/merge`);
      await agent.submit({}, `/can-bo/ho-so/${twin}/merge`);
      expect((await desk.item(twin)).state).toBe('MERGED');
      expect(await panelOf('tiepnhan', master)).toContain(twin);
      await desk.done('tiepnhan', master, 'forward', { agency: 'HG-XD' });
      await desk.done('soan', master, 'accept');
      await desk.done('soan', master, 'draft', REPLY);
      await desk.done('duyet', master, 'approve', {});
      for (const code of [master, twin]) {
        const pin = desk.house.app.get(TrackingPin).of(code);
        const { text } = await lookUp(desk.house.browser(), { code, pin });
        expect(text).toContain(REPLY.body);
        expect(text).toContain(code);
        expect(text).not.toContain(code === master ? twin : master);
      }
    });
  });

  describe('mixed content', () => {
    const part = {
      partTitle: 'Thu phí sai',
      partContent: 'Bị thu thêm phí 30.000 đồng.',
      partSubject: 'BOTH',
    };

    it('is split by a form: the part keeps submitter and due day, is booked, and both name each other', async () => {
      const code = await sent(TOLD);
      await desk.done('tiepnhan', code, 'book');
      expect((await desk.step('tiepnhan', code, 'split', { ...part, partTitle: '' })).status).toBe(422);
      await desk.done('tiepnhan', code, 'split', part);
      const whole = await desk.item(code);
      const made = await desk.house.reader.findOneByOrFail(Feedback, { splitFromId: whole.id });
      expect(made).toMatchObject({
        title: part.partTitle,
        subject: 'BOTH',
        state: 'RECEIVED',
        dueDay: whole.dueDay,
      });
      expect([whole.title, whole.content, whole.state]).toEqual(['Việc ở phường', TOLD, 'RECEIVED']);
      const [a, b] = await Promise.all(
        [whole, made].map(({ id }) => desk.house.reader.findOneByOrFail(Submitter, { feedbackId: id })),
      );
      expect([b?.name, b?.phone]).toEqual([a?.name, a?.phone]);
      expect(await panelOf('tiepnhan', code)).toContain(made.code);
      const html = await panelOf('tiepnhan', made.code);
      expect(html).toContain(`/can-bo/ho-so/${code}"`);
      expect(html).not.toContain('Có thể trùng');
      const entries = await desk.house.reader.findBy(JournalEntry, { feedbackId: made.id });
      expect(entries.map(({ action }) => action)).toEqual(['submit', 'book']);
      expect((await (await desk.as('tiepnhan')).visit(`/can-bo/nhap/bien-nhan/${made.code}`)).status).toBe(
        404,
      );
    });

    it('is reclassified by intake officers while it is with them: the due day stays', async () => {
      const code = await sent(ELSE);
      await desk.done('tiepnhan', code, 'book');
      const { dueDay } = await desk.item(code);
      const fields = { subject: 'ADMIN_REGULATION', reason: 'Nội dung về quy định.' };
      const agent = await desk.as('tiepnhan');
      await agent.visit(`/can-bo/ho-so/${code}/reclassify`);
      const unpicked = await agent.submit(
        { ...fields, procedureQuestion: 'dat dai' },
        `/can-bo/ho-so/${code}/reclassify`,
      );
      expect(unpicked.status).toBe(422);
      await desk.done('tiepnhan', code, 'reclassify', { ...fields, procedureCode: aProcedure() });
      const known = desk.ground.procedures.get(aProcedure());
      expect(await desk.item(code)).toMatchObject({
        ...{ subject: 'ADMIN_REGULATION', dueDay, version: 3 },
        ...{ procedureId: known?.id, fieldId: known?.fieldId },
      });
      await desk.done('tiepnhan', code, 'reclassify', { ...fields, procedureCode: 'NONE' });
      expect((await desk.item(code)).procedureId).toBeNull();
      await desk.done('tiepnhan', code, 'forward', { agency: 'HG-XD' });
      expect(
        (await desk.step('tiepnhan', code, 'reclassify', fields).catch(() => ({ status: 403 }))).status,
      ).toBe(403);
    });
  });
});
