import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Agency } from '../../src/directory/agency.entity.js';
import { BrowserHouse, MANNERS } from '../support/browser.js';
import { PublishedHouse } from '../support/published-house.js';

const LONG =
  'Trung tâm Phục vụ hành chính công và Bộ phận Tiếp nhận, Trả kết quả giải quyết thủ tục hành chính ';

describe('what a citizen finds', () => {
  let house: PublishedHouse;
  let chromium: BrowserHouse;

  beforeAll(async () => {
    house = await PublishedHouse.open('sqlite');
    const content = 'Hồ sơ đất đai nộp đã lâu.';
    for (let i = 1; i <= 21; i++)
      await house.published('HG', { title: `Sổ đỏ chậm ${i}`, content, reply: 'Đã trả kết quả.' });
    await house.published('HG', { title: 'dat dai khong dau', content: 'x', reply: 'Đã trả lời.' });
    chromium = await BrowserHouse.open(house.office.product.app);
  });
  afterEach(() => {
    expect(chromium.faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await chromium.close();
    await house.close();
  });

  it.each(MANNERS)('from words to an answer that helps, $width px, script: $script', async (manner) => {
    const page = await chromium.visitor(manner);
    await page.goto('/');
    await page.locator('.tasks').getByRole('link', { name: 'Đọc câu trả lời' }).click();
    await page.getByLabel('Từ cần tìm').fill('đất đai');
    await page.getByRole('button', { name: 'Tìm câu trả lời' }).click();
    await page.getByText('22 câu trả lời').waitFor();
    expect(await page.locator('mark').first().innerText()).toBe('đất đai');
    const first = page.locator('article h2 a').first();
    expect(await first.innerText()).toBe('Sổ đỏ chậm 21');
    await page.getByRole('link', { name: 'Trang sau' }).click();
    expect(await page.locator('article h2 a').allInnerTexts()).toEqual(['Sổ đỏ chậm 1', 'dat dai khong dau']);
    await page.getByText('Lọc theo cơ quan').click();
    await page.getByLabel('Công khai từ ngày').fill('30/02/2021');
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    await page.locator('.error-summary').waitFor();
    expect(await page.getByLabel('Từ cần tìm').inputValue()).toBe('đất đai');
    await page.getByLabel('Công khai từ ngày').fill('10/3/2026');
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    await first.click();
    await page.getByRole('button', { name: 'Có, câu trả lời này giúp ích' }).click();
    await page.getByText('Cảm ơn Ông/Bà đã cho biết.').waitFor();
    expect(await page.getByRole('button', { name: /giúp ích/ }).count()).toBe(0);
    const procedure = page.getByRole('link', { name: /Xem thủ tục/ });
    if ((await procedure.count()) === 0) return;
    await procedure.click();
    await page.getByRole('link', { name: 'Gửi phản ánh về thủ tục này' }).click();
    expect(await page.locator('input[name="procedureCode"]:checked').count()).toBe(1);
  });

  it.each([
    ['as it is', {}],
    [
      'with long names',
      { name: LONG.repeat(3).slice(0, 300), address: LONG.repeat(4), postalAddress: LONG.repeat(4) },
    ],
    ['with nothing entered', { address: '', postalAddress: '', phone: '', email: '', website: '' }],
  ])('prints the posting sheet on one page, %s', async (_, changes: Partial<Agency>) => {
    const { office } = house;
    await office.product.write(async (tx) => {
      const revision = ((await tx.maximum(Agency, 'revision')) ?? 0) + 1;
      await tx.update(Agency, { id: office.agency('HG').id }, { ...changes, revision });
    });
    const page = await chromium.visitor();
    await page.goto('/niem-yet/HG');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width = 0, height = 0] = (/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).map(Number);
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  });
});
