import type { Walk } from '../walk.js';
import { walkPublication } from './publication-walk.js';

/** How an answer comes to the public, and what everybody reads: published answers, procedures, posting sheets, the regulations most criticised. */
export async function walkPublished(walk: Walk): Promise<void> {
  const { page } = walk;
  await walkPublication(walk);
  await walk.see('published-fault', '/cong-khai?q=a&from=2021-02-30&agency=KHONG-CO');
  await walk.see('published-choosing', '/cong-khai?agencyQuestion=so&find=agency');
  await page.goto('/cong-khai');
  await walk.press('published-item', page.locator('article h2 a').first());
  await walk.press('published-helped', page.getByRole('button', { name: 'Có, câu trả lời này giúp ích' }));
  await walk.see('procedures', '/thu-tuc');
  await walk.press('procedures-field', page.locator('.columns a').first());
  await walk.press('procedure', page.locator('.link-list a').first());
  await walk.see('procedures-none', '/thu-tuc?q=khong+co+tu+nay');
  await walk.see('procedures-fault', '/thu-tuc?field=x');
  await walk.see('posting-choose', '/niem-yet?q=hoa+giang');
  await walk.press('posting', page.locator('.link-list a').first());
  await walk.see('posting-english', '/niem-yet/HG?lang=en&length=Y');
  await walk.see('criticised', '/cong-khai/quy-dinh?year=2026&by=field');
  await walk.see('criticised-fault', '/cong-khai/quy-dinh?from=2026-02-30');
}
