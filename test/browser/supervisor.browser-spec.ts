import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserHouse, MANNERS } from '../support/browser.js';
import { FiguresHouse } from '../support/figures-house.js';
import { DeskPage } from '../support/pages/desk-page.js';
import { FiguresPage } from '../support/pages/figures-page.js';

const SENTENCE =
  'Đã tiếp nhận 1.049 PAKN (kỳ trước chuyển sang 62, tiếp nhận trong kỳ 987); đã xử lý 934/1.049 PAKN (đạt 89,03%), còn 115 PAKN đang được xem xét, xử lý.';

describe('the way of a supervisor', () => {
  let house: FiguresHouse;
  let chromium: BrowserHouse;

  beforeAll(async () => {
    house = await FiguresHouse.open('sqlite');
    chromium = await BrowserHouse.open(house.app);
  });
  afterEach(() => {
    expect(chromium.faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await chromium.close();
    await house.close();
  });

  it.each(MANNERS)('from a number to its items, $width px, script: $script', async (manner) => {
    const page = await chromium.visitor(manner);
    await new DeskPage(page, manner.script).signIn('giamsat');
    await page
      .getByRole('navigation', { name: 'Dành cho cán bộ' })
      .getByRole('link', { name: 'Giám sát' })
      .click();
    const figures = new FiguresPage(page);
    await figures.ask('2026-02-30', '10/03/2026');
    await page.locator('.error-summary').waitFor();
    await figures.ask('01/01/2026', '10/03/2026');
    expect(await figures.sentence()).toContain('PAKN đang được xem xét, xử lý.');

    const number = await figures.number('14');
    expect(number).toBeGreaterThan(0);
    await figures.column('14').getByRole('link').click();
    await page.getByText(`${number} dòng, đúng bằng con số trong bảng.`).waitFor();
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(number);
    const code = await rows.first().getByRole('link').innerText();
    await rows.first().getByRole('link').click();
    await page.locator('main header').getByText(code).waitFor();
  });

  it.each(MANNERS)('the same numbers for everybody, $width px, script: $script', async (manner) => {
    const page = await chromium.visitor(manner);
    await page.goto('/');
    await page.locator('.tasks').getByRole('link', { name: 'Số liệu' }).click();
    const figures = new FiguresPage(page);
    await figures.ask('01/01/2019', '30/04/2019');
    expect(await figures.sentence()).toBe(SENTENCE);
    expect(await figures.number('7')).toBe(934);
    expect(await figures.column('7').getByRole('link').count()).toBe(0);
    await page.getByRole('link', { name: 'Từng cột được tính thế nào' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/so-lieu/dinh-nghia');
  });
});
