import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserHouse, MANNERS } from '../support/browser.js';
import { DeskHouse } from '../support/desk-house.js';
import { jpegWithPlace, pdf } from '../support/made-files.js';
import { INSPECTORS } from '../support/page-inspection.js';
import { DeskPage } from '../support/pages/desk-page.js';
import { SubmitPage } from '../support/pages/submit-page.js';
import { Walk } from '../support/walk.js';

const PAPER = 'Giấy hẹn trả kết quả giải quyết thủ tục hành chính.pdf';

describe('files in the browser', () => {
  const desk = new DeskHouse();
  let chromium: BrowserHouse;
  let walk: Walk;

  beforeAll(async () => {
    await desk.open('sqlite');
    chromium = await BrowserHouse.open(desk.house.app, INSPECTORS);
  });
  afterEach(() => {
    expect([...walk.findings, ...chromium.faults.splice(0)]).toEqual([]);
  });
  afterAll(async () => {
    await chromium.close();
    await desk.close();
  });

  it.each(MANNERS)('are sent and come back, $width px, script: $script', async (manner) => {
    const page = await chromium.visitor(manner);
    walk = new Walk(page);
    // Inspecting needs scripts of its own.
    const press = (name: string, button: ReturnType<typeof page.locator>): Promise<void> =>
      manner.script ? walk.press(name, button) : walk.follow(button);
    const form = new SubmitPage(page, manner.script);
    await form.open();
    await form.say('Phải đi lại ba lần', 'Tôi đã nộp đủ giấy tờ.');
    await page.getByLabel('Chọn tệp để tải lên').setInputFiles([
      { name: PAPER, mimeType: 'application/pdf', buffer: pdf() },
      { name: 'ảnh.jpg', mimeType: 'image/jpeg', buffer: await jpegWithPlace() },
      { name: 'tranh.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
    ]);
    await press('files-fault', page.getByRole('button', { name: 'Tải tệp lên' }));
    await page.locator('.upload').getByText('“tranh.svg”: loại tệp này không nhận được').waitFor();
    expect(await page.getByLabel('Tiêu đề').inputValue()).toBe('Phải đi lại ba lần');
    await page.locator('.error-summary').getByRole('link').click();
    await page.locator('#files:focus').waitFor();
    await press('files-removed', page.getByRole('button', { name: 'Gỡ tệp ảnh.jpg' }));
    await form.classify('Kiến nghị', /cán bộ/);
    await page.getByLabel(/^Không về thủ tục nào/).check();
    await page.getByLabel(/^Tôi không biết cơ quan nào/).check();
    await form.introduce('Nguyễn Thị Ánh', 'Thôn Đông', '0912 345 678');
    // The Enter key continues; it takes no file back.
    await page.getByLabel('Địa chỉ', { exact: true }).press('Enter');
    await page.locator('.summary-list').getByText(PAPER).waitFor();
    const { code } = await form.send();
    await page.getByText(PAPER).waitFor();
    await page.goto('/tra-cuu/ho-so');
    if (manner.script) await walk.look('files-citizen');
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: PAPER }).click();
    expect((await coming).suggestedFilename()).toBe(PAPER);

    const officer = await chromium.visitor({ ...manner, script: true });
    walk = new Walk(officer);
    await new DeskPage(officer, true).signIn('tiepnhan');
    await officer.goto(`/can-bo/ho-so/${code}`);
    await officer.getByRole('heading', { name: /^Tệp đính kèm/ }).waitFor();
    const taken = officer.waitForEvent('download');
    await officer.getByRole('link', { name: PAPER }).click();
    expect((await taken).suggestedFilename()).toBe(PAPER);
  });
});
