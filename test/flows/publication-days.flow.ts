import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { addDays, dayOf, startOfDay } from '../../src/platform/kernel/civil-day.js';
import { PAGE_ENGINES } from '../support/database.js';
import { PublicationHouse } from '../support/publication-house.js';

const NINE = 9 * 3_600_000;

describe.each(PAGE_ENGINES)('by when an answer is public on %s', (engine) => {
  const desk = new PublicationHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());
  const on = <T>(day: string, fn: () => Promise<T>): Promise<T> => desk.at(startOfDay(day) + NINE, fn);

  it('is five working days after it; then it is late in lists, on the item and for good', async () => {
    const inTime = await desk.answered('Công khai đúng hạn');
    const late = await desk.answered('Công khai muộn');
    expect(dayOf((await desk.item(late)).answeredAt ?? 0)).toBe('2026-03-10');
    const item = await (await desk.as('xuly')).visit(`/can-bo/ho-so/${late}`);
    expect(item.text).toContain('Hạn công khai 17/03/2026');
    expect(item.text).not.toContain('Quá hạn công khai');
    expect((await (await desk.as('xuly')).visit('/can-bo?tab=toPropose')).text).toContain(
      'Công khai trước hết ngày 17/03/2026',
    );

    await on('2026-03-17', async () => {
      expect(await desk.sees('congkhai', 'publicationLate', late)).toBe(false);
      await desk.done('xuly', inTime, 'proposePublication', {});
      await desk.done('congkhai', inTime, 'publish', {});
      await desk.done('xuly', late, 'proposePublication', {});
    });
    expect(await desk.publicationOf(inTime)).toMatchObject({ dueDay: '2026-03-17', publishedLate: false });

    await on('2026-03-18', async () => {
      for (const who of ['xuly', 'congkhai', 'giamsat'])
        expect([who, await desk.sees(who, 'publicationLate', late)]).toEqual([who, true]);
      expect(await desk.sees('congkhai', 'publicationLate', inTime)).toBe(false);
      expect((await (await desk.as('congkhai')).visit('/can-bo')).text).toMatch(/Quá hạn công khai\s*1/);
      expect((await (await desk.as('xuly')).visit(`/can-bo/ho-so/${late}`)).text).toContain(
        'Quá hạn công khai',
      );
      await desk.done('congkhai', late, 'publish', {});
      expect(await desk.sees('congkhai', 'publicationLate', late)).toBe(false);
      const shown = await (await desk.as('congkhai')).visit(`/can-bo/ho-so/${late}`);
      expect(shown.text).toContain('Công khai muộn, hạn là 17/03/2026');
      expect((await desk.publicPage(late)).text).toContain('Công khai muộn');
      expect((await desk.publicPage(inTime)).text).not.toContain('Công khai muộn');
    });
    expect(await desk.publicationOf(late)).toMatchObject({ dueDay: '2026-03-17', publishedLate: true });
  });

  it('keeps the day of the first publication of an answer, and begins anew with the next answer', async () => {
    const code = await desk.published('Gỡ, sửa, đăng lại');
    await on('2026-04-20', async () => {
      await desk.done('congkhai', code, 'unpublish', { unpublishKind: 'INACCURATE', reason: 'Sai một số.' });
      expect(await desk.sees('congkhai', 'publicationLate', code)).toBe(false);
      await desk.done('xuly', code, 'proposePublication', {});
      await desk.done('congkhai', code, 'publish', {});
    });
    expect(await desk.publicationOf(code)).toMatchObject({ dueDay: '2026-03-17', publishedLate: false });
    await on('2026-04-21', () => desk.done('giamsat', code, 'reopen', { reason: 'Xem lại.' }));
    expect(await desk.publicationOf(code)).toMatchObject({ dueDay: null, publishedLate: null });
  });

  it('goes by the term that the authority sets, for whatever is not public yet', async () => {
    const code = await desk.answered('Hạn mới');
    const admin = await desk.as('quantri');
    await admin.visit('/quan-tri/thoi-han/cong-khai');
    for (const term of ['', '0', '61', 'hai'])
      expect([term, (await admin.submit({ term })).status]).toEqual([term, 422]);
    const saved = await admin.submit({ term: '2' });
    expect(saved.text).toContain('Trả lời hôm nay thì công khai chậm nhất ngày 12/03/2026');
    const entries = await desk.house.reader.findBy(AuditEntry, { action: 'setting.change' });
    expect(entries.map(({ subject, details }) => [subject, details])).toContainEqual([
      'publication.term',
      { before: 5, after: 2 },
    ]);
    expect((await (await desk.as('xuly')).visit(`/can-bo/ho-so/${code}`)).text).toContain(
      'Hạn công khai 12/03/2026',
    );
    await on(addDays('2026-03-12', 1), async () => {
      expect(await desk.sees('xuly', 'publicationLate', code)).toBe(true);
    });
  });
});
