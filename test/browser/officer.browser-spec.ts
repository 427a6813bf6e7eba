import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserHouse, MANNERS } from '../support/browser.js';
import { DeskHouse, REPLY } from '../support/desk-house.js';
import { DeskPage } from '../support/pages/desk-page.js';

const DRAFT = 'Sở đã làm việc với bộ phận một cửa và hẹn trả hồ sơ ngày 16/03/2026.';

describe('the way of an officer', () => {
  const desk = new DeskHouse();
  let chromium: BrowserHouse;

  beforeAll(async () => {
    await desk.open('sqlite');
    chromium = await BrowserHouse.open(desk.house.app);
  });
  afterEach(() => {
    expect(chromium.faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await chromium.close();
    await desk.close();
  });

  it.each(MANNERS)('from the queue to the answer, $width px, script: $script', async (manner) => {
    const code = await desk.submitted({ title: 'Chờ giấy phép xây dựng quá lâu' });
    const page = await chromium.visitor(manner);
    const intake = new DeskPage(page, manner.script);
    await intake.signIn('tiepnhan');
    await intake.openItem(code);
    await intake.press('Tiếp nhận, vào sổ');
    expect(await intake.told()).toContain('Đã tiếp nhận, vào sổ');
    expect(await intake.state()).toBe('Đã tiếp nhận');
    await intake.press('Chuyển cơ quan xử lý');
    await intake.confirm();
    await page.locator('.error-summary').waitFor();
    expect(await intake.agency('so xay dung')).toContain('Sở Xây dựng');
    await intake.confirm();
    expect(await intake.told()).toContain('Đã chuyển cơ quan xử lý');
    await intake.signOut();

    const handler = new DeskPage(page, manner.script);
    await handler.signIn('soan');
    await handler.openItem(code);
    await handler.press('Nhận xử lý');
    expect(await handler.state()).toBe('Đang xử lý');
    await handler.press('Yêu cầu bổ sung thông tin');
    await page.getByLabel('Thông tin cần bổ sung').fill('Ông/Bà nộp hồ sơ ngày nào?');
    await handler.confirm();
    expect(await handler.state()).toBe('Chờ bổ sung thông tin');
    await desk.citizen(code, 'supplement', { content: 'Ngày 02/03/2026.' });
    await page.reload();
    await page.getByText('Ngày 02/03/2026.').first().waitFor();

    await handler.press('Trình duyệt kết quả');
    await page.getByLabel('Nội dung trả lời').fill(DRAFT);
    await handler.confirm();
    await page.locator('.error-summary').waitFor();
    expect(await page.getByLabel('Nội dung trả lời').inputValue()).toBe(DRAFT);
    await page.locator(`[name="outcome"][value="${REPLY.outcome}"]`).check();
    await handler.confirm();
    expect(await handler.state()).toBe('Chờ duyệt kết quả');
    // The drafter holds the role of an approver too, and still may not approve the own draft.
    expect(await handler.steps()).not.toContain('Duyệt và trả lời');
    await handler.signOut();

    const head = new DeskPage(page, manner.script);
    await head.signIn('duyet');
    await head.openItem(code);
    await head.press('Duyệt và trả lời');
    await page.getByText(DRAFT).first().waitFor();
    await head.confirm();
    expect(await head.state()).toBe('Đã trả lời');
    expect((await desk.item(code)).state).toBe('ANSWERED');
  });

  it.each(MANNERS)('two tabs on one item, $width px, script: $script', async (manner) => {
    const code = await desk.submitted({ agency: 'HG-XD' });
    for (const step of ['book', 'start'] as const) await desk.done('tiepnhan', code, step);
    const first = await chromium.visitor(manner);
    const writing = new DeskPage(first, manner.script);
    await writing.signIn('soan');
    await writing.openItem(code);
    await writing.press('Trình duyệt kết quả');
    await first.getByLabel('Nội dung trả lời').fill(DRAFT);
    await first.locator(`[name="outcome"][value="${REPLY.outcome}"]`).check();

    const other = new DeskPage(await first.context().newPage(), manner.script);
    await other.openItem(code);
    await other.press('Gia hạn');
    await other.page.getByLabel('Lý do').fill('Cần lấy ý kiến của cơ quan phối hợp.');
    await other.confirm();
    expect(await other.told()).toContain('Đã gia hạn');

    await writing.confirm();
    const told = first.getByRole('alert').filter({ hasText: 'Hồ sơ đã thay đổi' });
    await told.getByText('Đã gia hạn').waitFor();
    expect(await first.getByLabel('Nội dung trả lời').inputValue()).toBe(DRAFT);
    expect((await desk.item(code)).state).toBe('IN_PROGRESS');
    await writing.confirm();
    expect(await writing.state()).toBe('Chờ duyệt kết quả');
  });
});
