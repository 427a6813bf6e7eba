import type { Walk } from '../walk.js';
import { DeskPage } from './desk-page.js';

/** The lists of the desk, filters that are kept, absence. @param walk of somebody who takes in */
export async function walkQueue(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.see('queue', '/can-bo?scope=all');
  await walk.see('queue-answered', '/can-bo?scope=all&tab=answered');
  await walk.see('queue-none', '/can-bo?q=khong+co+tu+nay');
  await walk.see('queue-fault', '/can-bo?tab=open&q=o&receivedFrom=32/1&channel=WEB&agencyQuestion=so');
  await walk.see('absence', '/can-bo/vang-mat');
  await walk.press('absence-fault', page.getByRole('button', { name: 'Báo vắng mặt' }));
  await page.goto('/can-bo?tab=open&q=o');
  await page.getByText('Lưu bộ lọc này').click();
  await page.getByLabel('Tên bộ lọc').fill('Của tôi');
  await walk.press('queue-kept', page.getByRole('button', { name: 'Lưu', exact: true }));
  await walk.see('kept-filters', '/can-bo/bo-loc');
}

/** Steps for several items, and the work of somebody else. @param walk of somebody who takes in */
export async function walkBulk(walk: Walk): Promise<void> {
  const { page } = walk;
  await page.goto('/can-bo?tab=open');
  await page.getByLabel('Chọn cả trang').check();
  await walk.press('bulk', page.getByRole('button', { name: 'Giao người xử lý' }));
  const send = page.locator('main form p.cluster > button');
  await walk.press('bulk-fault', send);
  await page.getByLabel('Người xử lý').selectOption({ index: 1 });
  await walk.press('bulk-result', send);
  await page.context().clearCookies();
  await new DeskPage(page, true).signIn('lanhdao');
  await walk.see('handover', '/can-bo/ban-giao');
  await page.getByLabel('Hồ sơ của').selectOption({ index: 1 });
  await walk.press('handover-of', page.getByRole('button', { name: 'Xem hồ sơ' }));
  await walk.press('handover-fault', page.getByRole('button', { name: 'Bàn giao tất cả' }));
}
