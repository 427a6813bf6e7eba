import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserHouse, MANNERS } from '../support/browser.js';
import { DeskHouse, REPLY } from '../support/desk-house.js';
import { SubmitPage } from '../support/pages/submit-page.js';
import { TrackPage } from '../support/pages/track-page.js';

const TITLE = 'Nộp hồ sơ đất đai phải đi lại ba lần';

describe('the way of a citizen', () => {
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

  it.each(MANNERS)('from the home page to the rating, $width px, script: $script', async (manner) => {
    const page = await chromium.visitor(manner);
    const form = new SubmitPage(page, manner.script);
    await page.goto('/');
    await page.locator('.hero').getByRole('link').click();

    // Bad input first: everything is said at once, what was typed stays.
    await form.say(TITLE, '');
    await form.proceed();
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    expect(await page.getByLabel('Tiêu đề').inputValue()).toBe(TITLE);
    if (manner.script) await page.locator('.error-summary:focus').waitFor();
    const links = summary.getByRole('link');
    expect(await links.count()).toBeGreaterThanOrEqual(7);
    await links.filter({ hasText: 'Nội dung' }).click();
    expect(page.url()).toMatch(/#content$/);

    await form.say(TITLE, 'Tôi đã nộp đủ giấy tờ.\nCán bộ hẹn lại hai lần mà không nói lý do.');
    await form.classify('Kiến nghị', /cán bộ/);
    expect(await form.procedure('dat dai')).toContain('đất đai');
    expect(await form.agency('ubnd tinh hoa giang')).toContain('Ủy ban nhân dân tỉnh Hòa Giang');
    await form.introduce('Nguyễn Thị Ánh', 'Thôn Đông, xã Tân Lộc', '0912 345 678');
    await form.proceed();

    await page.getByRole('heading', { name: 'Kiểm tra trước khi gửi' }).waitFor();
    for (const fact of [TITLE, 'Nguyễn Thị Ánh', '0912345678', 'Ủy ban nhân dân tỉnh Hòa Giang'])
      await page.locator('.summary-list').getByText(fact).first().waitFor();
    const kept = await form.send();
    expect(kept).toEqual({
      code: expect.stringMatching(/^PAKN-26-[0-9A-Z]{8}-[0-9A-Z]$/),
      pin: expect.stringMatching(/^\d{6,}$/),
    });
    expect(await page.locator('.deadline__day').innerText()).toMatch(/^\d\d\/\d\d\/2026$/);
    await page.getByText('Vì sao là ngày này?').click();
    await page.locator('.deadline').getByText('10 ngày làm việc').first().waitFor();

    await page.getByRole('link', { name: /biên nhận/i }).click();
    await page.locator('svg.receipt__qr').waitFor();
    expect(await page.locator('#code').innerText()).toBe(kept.code);

    await follow(page, kept);
  });

  async function follow(page: TrackPage['page'], kept: { code: string; pin: string }): Promise<void> {
    const { code } = kept;
    const item = new TrackPage(page);
    await item.open({ code, pin: kept.pin === '000000' ? '000001' : '000000' });
    await page.locator('.error-summary').waitFor();
    await item.open(kept);
    expect(await item.state()).toBe('Chờ tiếp nhận');

    await desk.done('tiepnhan', code, 'requestInfo', { question: 'Ông/Bà nộp hồ sơ ngày nào?' });
    await page.reload();
    expect(await item.state()).toBe('Chờ bổ sung thông tin');
    await page.getByText('Ông/Bà nộp hồ sơ ngày nào?').first().waitFor();
    await item.supplement('');
    await page.locator('.error-summary').waitFor();
    await item.supplement('Tôi nộp ngày 02/03/2026.');
    await page.getByText('Đã nhận phần bổ sung').waitFor();

    await desk.done('tiepnhan', code, 'book');
    await desk.done('xuly', code, 'start');
    await desk.done('xuly', code, 'draft', REPLY);
    await desk.done('lanhdao', code, 'approve', {});
    await page.reload();
    expect(await item.state()).toBe('Đã trả lời');
    await page.getByText(REPLY.body).waitFor();
    await item.rate('Hài lòng', 'Cảm ơn.');
    await page.getByText('Cảm ơn Ông/Bà đã đánh giá.').waitFor();
    expect(await item.state()).toBe('Đã kết thúc');
  }
});
