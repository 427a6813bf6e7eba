import type { Walk } from '../walk.js';

/** Whose installation it is, what it is to reach, how it stands. */
export async function walkAuthority(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.see('authority', '/quan-tri/he-thong');
  await walk.see('authority-heading', '/quan-tri/he-thong/giay-to');
  await walk.see('system-status', '/quan-tri/tinh-trang');
  await walk.see('goals', '/quan-tri/chi-tieu');
  await page.locator('#onTime').fill('90');
  await walk.press('goal-set', page.getByRole('button', { name: 'Lưu chỉ tiêu' }));
  await walk.see('goal-end', '/quan-tri/chi-tieu/1/ket-thuc');
}
