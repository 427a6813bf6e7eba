import type { EveryPageHouse } from '../every-page-house.js';
import type { Walk } from '../walk.js';

/** Letters and their words, what is stuck, what people have chosen, and one click that ends it. */
export async function walkMail(walk: Walk, house: EveryPageHouse): Promise<void> {
  const { page } = walk;
  await walk.see('letters', '/quan-tri/thu');
  await walk.see('letter', '/quan-tri/thu/dueSoon');
  await page.locator('#body').fill('{{pin}}');
  await walk.press('letter-fault', page.getByRole('button', { name: 'Lưu mẫu thư' }));
  await walk.see('outbox-empty', '/quan-tri/hang-gui');
  await house.stuck();
  await walk.see('outbox', '/quan-tri/hang-gui');
  await walk.see('staff-mail', '/quan-tri/tai-khoan/2/thu');
  await page.goto('/tai-khoan');
  await page.locator('#email').fill('nobody');
  await walk.press('account-mail-fault', page.getByRole('button', { name: 'Lưu lựa chọn' }));
  await walk.see('unsubscribe', house.unsubscribing());
  await walk.press('unsubscribed', page.getByRole('button', { name: 'Ngừng nhận' }));
}
