import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import type { BrowserPage } from '../support/browser-agent.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse } from '../support/desk-house.js';

const [YEAR, PREVIEW, APPLY] = ['/quan-tri/lich', '/quan-tri/lich/xem-truoc', '/quan-tri/lich/ap-dung'];

/** Tuesday 10/03/2026 is today; ten working days on is 24/03. */
describe.each(PAGE_ENGINES)('the calendar’s pages on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  const days = async (year = 2026) => (await desk.house.app.get(CalendarService).plan(year))?.days ?? [];

  /** The open page's form that takes lines, sent as a browser without script would. */
  async function show(lines: string, more: Record<string, string> = {}, nam = 2026): Promise<BrowserPage> {
    const admin = await desk.as('quantri');
    const page = await admin.visit(`${YEAR}?nam=${nam}`);
    const form = page.forms.find(
      ({ action, values }) => action === PREVIEW && values['replace'] === undefined && 'lines' in values,
    );
    if (!form) throw new Error('no form');
    const body = new URLSearchParams({
      _csrf: admin.csrf,
      year: String(nam),
      confirmed: '1',
      note: '',
      lines,
      ...more,
    });
    return admin.post(PREVIEW, body.toString());
  }

  it('show a year with its holidays, swaps and what waits', async () => {
    const page = await (await desk.as('quantri')).visit(`${YEAR}?nam=2026`);
    expect(page.text).toContain('Lịch làm việc năm 2026');
    expect(page.text).toContain('Ngày Văn hóa Việt Nam');
    expect(page.text).toContain('chờ áp dụng');
    expect(page.html.match(/class="month"/g)).toHaveLength(12);
    expect((await (await desk.as('quantri')).visit(`${YEAR}?nam=1500`)).text).toContain('năm 2026');
    expect((await (await desk.as('quantri')).visit(`${YEAR}?nam=2031`)).text).toContain(
      'Chưa nhập kế hoạch nghỉ',
    );
  });

  it('tell the effect before anything is saved, then move what they told', async () => {
    const code = await desk.submitted({ title: 'Tiêu đề không ai được thấy' });
    const before = await days();
    const preview = await show('20/03/2026 nghỉ Ngày nghỉ mới');
    expect(preview.status).toBe(200);
    expect(preview.text).toMatch(/1 trên \d+ hồ sơ đang mở sẽ đổi hạn trả lời/);
    expect(preview.text).toContain(`${code} : 24/03/2026 → 25/03/2026`);
    expect(preview.text).not.toContain('Tiêu đề không ai được thấy');
    expect(await days()).toEqual(before);

    const admin = await desk.as('quantri');
    const done = await admin.submit({}, APPLY);
    expect(done.url).toBe(`${YEAR}?nam=2026`);
    expect(done.text).toContain('Đã cập nhật lịch; 1 hồ sơ đổi hạn trả lời');
    expect((await desk.item(code)).dueDay).toBe('2026-03-25');
    expect((await days()).length).toBe(before.length + 1);
  });

  it('show the effect again, and save nothing, when something has moved on meanwhile', async () => {
    await show('23/03/2026 nghỉ');
    const admin = await desk.as('quantri');
    const late = await desk.submitted();
    const again = await admin.submit({}, APPLY);
    expect(again.status).toBe(409);
    expect(again.text).toContain('đã thay đổi sau khi xem ảnh hưởng');
    expect(again.text).toContain(late);
    expect((await days()).map(({ day }) => day)).not.toContain('2026-03-23');
    expect((await admin.submit({}, APPLY)).url).toBe(`${YEAR}?nam=2026`);
    expect((await days()).map(({ day }) => day)).toContain('2026-03-23');
  });

  it('switch 24/11 on and off again', async () => {
    const admin = await desk.as('quantri');
    const applied = async () => (await days()).find(({ day }) => day === '2026-11-24')?.applied;
    for (const [word, is] of [
      ['áp dụng', true],
      ['chờ', false],
    ] as const) {
      const page = await admin.visit(`${YEAR}?nam=2026`);
      const form = page.forms.find(({ values }) => values['lines'] === `2026-11-24 ${word}`);
      await admin.post(PREVIEW, new URLSearchParams(form?.values as Record<string, string>).toString());
      await admin.submit({}, APPLY);
      expect(await applied()).toBe(is);
    }
    expect((await days()).find(({ day }) => day === '2026-01-01')).toMatchObject({ name: 'Tết Dương lịch' });
  });

  it('take a whole year’s decision, as lines or as JSON', async () => {
    await show(
      '05/02/2027 - 11/02/2027 nghỉ Tết Nguyên đán\n12/02/2027 nghỉ hoán đổi\n20/02/2027 làm bù cho 12/02/2027',
      { replace: '1' },
      2027,
    );
    const admin = await desk.as('quantri');
    await admin.submit({}, APPLY);
    expect((await days(2027)).map(({ day }) => day)).toEqual([
      ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'],
      ...['2027-02-12', '2027-02-20'],
    ]);
    const plan = {
      year: 2028,
      confirmed: true,
      note: 'QĐ',
      days: [{ day: '2028-01-03', kind: 'OFF', name: 'Nghỉ bù' }],
    };
    await show(JSON.stringify(plan));
    await admin.submit({}, APPLY);
    expect(await days(2028)).toMatchObject([{ day: '2028-01-03', name: 'Nghỉ bù' }]);
  });

  it('say beside the field what cannot be read, and keep it', async () => {
    const bad = await show('20/03/2026 nghỉ\nngày mai nghỉ');
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Dòng 2 không đọc được');
    expect(bad.html).toContain('ngày mai nghỉ</textarea>');
    expect((await show('19/03/2026 làm bù')).text).toContain('vốn là ngày làm việc');
    expect((await show('{"year": 2029')).text).toContain('Không dùng được');
    expect((await show('01/01/2027 nghỉ')).text).toContain('không thuộc năm 2026');
  });

  it('are changed only where the installation is run', async () => {
    expect((await (await desk.as('giamsat')).visit(YEAR)).status).toBe(403);
    const broken = await desk.as('quantri');
    await broken.visit(YEAR);
    const forged = new URLSearchParams({ _csrf: broken.csrf, plans: '{"x":1}', mark: 'a' });
    expect((await broken.post(APPLY, forged.toString())).status).toBe(422);
  });
});
