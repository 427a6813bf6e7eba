import type { Walk } from '../walk.js';
import { DeskPage } from './desk-page.js';

/** An answer on its way to the public: redacted with something left, confirmed, read by a second person, taken back. */
export async function walkPublication(walk: Walk): Promise<void> {
  const { page } = walk;
  const step = (code: string, action: string): string => `/can-bo/ho-so/${code}/${action}`;
  await new DeskPage(page, true).signIn('xuly');
  await walk.see('to-propose', '/can-bo?tab=toPropose');
  const first = page.locator('table.queue th a').first();
  const answered = /PAKN-[\w-]+/.exec((await first.getAttribute('href')) ?? '')?.[0] ?? '';
  await page.goto(step(answered, 'proposePublication'));
  await page.getByLabel('Nội dung công khai').fill('Biển số 29A-123.45, gọi tổng đài 0987 654 321.');
  const propose = page.getByRole('button', { name: 'Đề nghị công khai' });
  await walk.press('propose-fault', propose);
  await page.getByLabel('Tôi đã xem từng chỗ').check();
  await page.getByLabel('Vì sao không phải').fill('Số tổng đài, xe công.');
  await walk.press('proposed', propose);
  await page.context().clearCookies();
  await new DeskPage(page, true).signIn('congkhai');
  await walk.see('publication-late', '/can-bo?tab=publicationLate');
  await walk.see('publish-cleared', step(answered, 'publish'));
  await page.goto(step(answered, 'publish'));
  await walk.press('published-now', page.getByRole('button', { name: 'Công khai', exact: true }));
  await page.goto(step(answered, 'unpublish'));
  await walk.press('unpublish-fault', page.getByRole('button', { name: 'Gỡ công khai' }));
  await page.context().clearCookies();
}
