import type { Walk } from '../walk.js';
import { SubmitPage } from './submit-page.js';

/** The way of a submission: the form with its faults and searches, the check page, what is taken home, an expired form. */
export async function walkSubmission(walk: Walk): Promise<void> {
  const { page } = walk;
  const form = new SubmitPage(page, true);
  await walk.see('submit', '/gui');
  const proceed = page.locator('button.button--large[type="submit"]');
  await walk.press('submit-faults', proceed);
  await form.say('Nộp hồ sơ đất đai phải đi lại ba lần', 'Tôi đã nộp đủ giấy tờ.\nCán bộ hẹn lại hai lần.');
  await form.classify('Kiến nghị', /cán bộ/);
  const find = page.getByRole('button', { name: 'Tìm', exact: true });
  await page.locator('#procedureCode').fill('khong co thu tuc nay');
  await walk.press('submit-nothing-found', find.first());
  await page.locator('#procedureCode').fill('dat dai');
  await walk.press('submit-found', find.first());
  await page.locator('[name="procedureCode"]').first().check();
  await page.locator('#agencyCode-unknown').check();
  await form.introduce('Nguyễn Thị Ánh', 'Thôn Đông, xã Tân Lộc', '0912 345 678');
  await walk.press('submit-check', proceed);
  await walk.press('submit-done', page.getByRole('button', { name: 'Gửi phản ánh, kiến nghị' }));
  await walk.see('receipt', '/gui/bien-nhan');
  await page.locator('[name="_csrf"]').first().waitFor({ state: 'detached' });
  await page.goto('/gui');
  await page
    .locator('[name="_csrf"]')
    .first()
    .evaluate((field: { value: string }) => (field.value = 'x'));
  await walk.press('expired', proceed);
}
