import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BrowserHouse, PHONE, SCREEN } from '../support/browser.js';
import { DeskHouse } from '../support/desk-house.js';
import { choose } from '../support/pages/combobox.js';
import { DeskPage } from '../support/pages/desk-page.js';

const WAYS = [
  { script: true, width: PHONE, year: 2028, ending: 'HG-HK', person: 'mai.an', leaver: 'soan' },
  { script: false, width: SCREEN, year: 2029, ending: 'HG-TL', person: 'mai.binh', leaver: 'duyet' },
] as const;
const TABLE = [
  'ma_thu_tuc,ten_thu_tuc,linh_vuc,cap_thuc_hien,co_quan_thuc_hien',
  '9.000001,Đăng ký thử một,Thử nghiệm,Cấp xã,UBND cấp xã',
  ',Không có mã,Thử nghiệm,Cấp xã,UBND cấp xã',
].join('\n');

describe('the yearly round of an administrator', () => {
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

  it.each(WAYS)(
    '$width px, script: $script',
    async ({ script, width, year, ending, person, leaver }) => {
      const page = await chromium.visitor({ script, width });
      await new DeskPage(page, script).signIn('quantri');
      await calendar(page, year);
      await procedures(page, desk);
      await merger(page, script, ending);
      await letter(page);
      await targets(page, width);
      await invitation(page, script, person);
      await leaving(page, leaver);
      await page.goto('/quan-tri/nhat-ky');
      for (const deed of [
        'Đổi lịch làm việc',
        'Sửa lời thư',
        'Đặt chỉ tiêu',
        'Gửi lời mời',
        'Khóa tài khoản',
      ])
        await page.locator('table').getByText(deed).first().waitFor();
    },
    120_000,
  );
});

const said = (page: Page, words: string): Promise<void> =>
  page.locator('.page__flash').getByText(words).waitFor();
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator('main').getByRole('button', { name }).last().click();

/** By the menu, the coming year as it was decided, what it moves, then for good. */
async function calendar(page: Page, year: number): Promise<void> {
  await page.goto(`/quan-tri/lich?nam=${year}`);
  await page.locator('#lines').fill(`${year}-01-24 - ${year}-01-28 nghỉ Tết Nguyên đán`);
  await press(page, 'Xem ảnh hưởng');
  await page.getByRole('heading', { name: 'Hồ sơ đang mở' }).waitFor();
  await press(page, 'Xác nhận và cập nhật');
  await said(page, 'Đã cập nhật lịch');
}

/** Tried first; the second row is bad. */
async function procedures(page: Page, desk: DeskHouse): Promise<void> {
  await page.goto('/quan-tri/nhap-danh-muc');
  await page.locator('input[name=kind][value=PROCEDURES]').check();
  const file = { name: 'thu-tuc.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) };
  await page.locator('#file').setInputFiles(file);
  await press(page, 'Chạy thử');
  await page.waitForURL(/nhap-danh-muc\/\d+/);
  await desk.house.runDue();
  await page.reload();
  await page.locator('[aria-labelledby=summary]').waitFor();
}

/** Nothing ends before the effect was seen. */
async function merger(page: Page, script: boolean, code: string): Promise<void> {
  await page.goto(`/quan-tri/to-chuc/sap-nhap?ma=${code}`);
  await page.locator('input[name=into][value=known]').check();
  await choose(page, 'agency', 'Trung Tâm', script);
  await page.locator('#day').fill('2026-07-01');
  await press(page, 'Xem ảnh hưởng');
  await page.locator('main .notice--warning').first().waitFor();
  await page.locator('main').getByRole('button', { name: 'Xác nhận quyết định' }).click();
  await page.locator('.page__flash').waitFor();
}

async function letter(page: Page): Promise<void> {
  await page.goto('/quan-tri/thu/received');
  const subject = page.locator('#subject');
  await subject.fill(`${await subject.inputValue()} (năm mới)`);
  await press(page, 'Lưu mẫu thư');
  await said(page, 'Đã lưu mẫu thư.');
}

/** The second administrator ends what the first has set; two cannot hold at once. */
async function targets(page: Page, width: number): Promise<void> {
  await page.goto('/quan-tri/tinh-trang');
  if (width === PHONE) await page.getByText('Các trang quản trị').click();
  const menu = page.getByRole('navigation', { name: 'Quản trị', exact: true });
  await menu.getByRole('link', { name: width === PHONE ? 'Chỉ tiêu và xếp loại' : 'Quy định' }).click();
  if (width !== PHONE) await menu.getByRole('link', { name: 'Chỉ tiêu và xếp loại' }).click();
  await page.locator('#onTime').fill('90');
  await press(page, 'Lưu chỉ tiêu');
  const set = page.locator('.page__flash').getByText('Đã đặt chỉ tiêu.');
  await set.or(page.locator('.error-summary').getByText('trùng thời gian')).first().waitFor();
}

async function invitation(page: Page, script: boolean, username: string): Promise<void> {
  await page.goto('/quan-tri/loi-moi');
  await page.locator('#name').fill('Mai Thị An');
  await page.locator('#username').fill(username);
  await page.locator('#email').fill(`${username}@hoagiang.example`);
  await choose(page, 'agency', 'Hòa Giang', script);
  await page.locator('input[name=roles][value=HANDLER]').check();
  await press(page, 'Gửi lời mời');
  expect(await page.locator('#link').inputValue()).toContain('/loi-moi/');
  await page.getByRole('link', { name: 'Đã chuyển xong' }).click();
}

/** Somebody leaves: the account is closed at once. */
async function leaving(page: Page, username: string): Promise<void> {
  await page.goto(`/quan-tri?q=${username}`);
  await page.locator('main table').getByRole('link').first().click();
  await press(page, 'Khóa tài khoản');
  await page.locator('main').getByRole('button', { name: 'Mở khóa tài khoản' }).waitFor();
}
