import type { Walk } from '../walk.js';

const TOLD =
  'Đường Trần Phú trước cổng trường bị đào lên đặt ống nước rồi bỏ đó, mưa xuống thành hố bùn, học sinh ngã.';

/** What an officer keys in: the form with its faults, what may be told already, the receipt, and two items side by side. */
export async function walkIntake(walk: Walk): Promise<void> {
  const { page } = walk;
  const store = page.locator('main form > p.cluster > button');
  const codeOf = (): string => page.url().split('/').at(-1) ?? '';
  async function tell(title: string): Promise<void> {
    await page.goto('/can-bo/nhap');
    await page.locator('#channel').selectOption('PHONE');
    for (const name of ['kind', 'subject']) await page.locator(`#${name}`).check();
    const typed = { title, content: TOLD, name: 'Phạm Thị Lan', address: 'Tổ 4', phone: '0987 654 321' };
    for (const [name, value] of Object.entries(typed)) await page.locator(`#${name}`).fill(value);
  }
  await walk.see('entry', '/can-bo/nhap');
  await walk.press('entry-faults', store);
  await tell('Hố bùn trước cổng trường');
  await page.locator('#booked').check();
  await walk.press('entry-receipt', store);
  const first = codeOf();
  await tell('Đường đào không lấp');
  await walk.press('entry-duplicates', store);
  await walk.follow(page.locator('.notice button'));
  const second = codeOf();
  await walk.see('item-duplicate', `/can-bo/ho-so/${second}`);
  await walk.see('compare', `/can-bo/ho-so/${second}/so-sanh/${first}`);
  await page.goto(`/can-bo/ho-so/${first}/split`);
  await page.locator('#partTitle').fill('Thu phí sai');
  await page.locator('#partContent').fill('Bị thu thêm phí.');
  await page.locator('#partSubject').check();
  await walk.press('item-split', page.locator('main form > p.cluster > button').first());
}
