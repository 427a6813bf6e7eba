import type { EveryPageHouse } from '../every-page-house.js';
import type { Walk } from '../walk.js';
import { DeskPage } from './desk-page.js';
import { TrackPage } from './track-page.js';

/** What happens to personal data, for the citizen whose they are, the officer who asks for them, and who sets the rule. */
export async function walkPrivacy(walk: Walk, house: EveryPageHouse): Promise<void> {
  const { page } = walk;
  await walk.see('privacy', '/quyen-rieng-tu');
  await new TrackPage(page).open(await house.kept('CLOSED'));
  await page.locator('#now').waitFor();
  await walk.see('own-data', '/tra-cuu/ho-so/du-lieu');
  await walk.press('own-data-fault', page.getByRole('button', { name: 'Yêu cầu xóa' }));
  await page.goto('/tra-cuu/ho-so/du-lieu');
  await page.getByLabel('Tôi hiểu và yêu cầu xóa').check();
  await walk.press('own-data-asked', page.getByRole('button', { name: 'Yêu cầu xóa' }));

  await new DeskPage(page, true).signIn('xuly');
  const [code = ''] = await house.codes('IN_PROGRESS');
  await page.goto(`/can-bo/ho-so/${code}`);
  const show = page.getByRole('button', { name: 'Xem thông tin liên hệ' });
  await walk.press('contact-fault', show);
  await page.getByLabel('Mục đích xem').selectOption({ index: 1 });
  await walk.press('contact', show);
  await page.context().clearCookies();
  await walkRule(walk, house);
}

async function walkRule(walk: Walk, house: EveryPageHouse): Promise<void> {
  const { page } = walk;
  await new DeskPage(page, true).signIn('quantri');
  await walk.see('personal-data', '/quan-tri/du-lieu-ca-nhan');
  await walk.press('personal-data-tried', page.getByRole('button', { name: 'Xem trước' }).last());
  await page.goto('/quan-tri/du-lieu-ca-nhan');
  await walk.press('personal-find-fault', page.getByRole('button', { name: 'Tìm hồ sơ' }));
  await page.getByLabel('Số điện thoại').fill(await house.phone('WITHDRAWN'));
  await walk.press('personal-found', page.getByRole('button', { name: 'Tìm hồ sơ' }));
  await walk.press('personal-erase', page.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }));
  const erase = page.getByRole('button', { name: 'Xóa vĩnh viễn' });
  await walk.press('personal-erase-fault', erase);
  await page.getByLabel('Căn cứ').selectOption({ index: 1 });
  await page.getByLabel('Số, ký hiệu văn bản').fill('45/QĐ-UBND');
  await page.getByLabel('Tôi đã kiểm tra').check();
  await walk.press('erasure-proof', erase);
}
