import type { Walk } from '../walk.js';
import { choose } from './combobox.js';

/** Partners, from the first one to its log; as an administrator of the whole installation. */
export async function walkPartners(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.see('partners-none', '/quan-tri/doi-tac');
  await walk.see('partner-new', '/quan-tri/doi-tac/moi');
  await walk.press('partner-new-fault', page.getByRole('button', { name: 'Lưu' }).last());
  await page.getByLabel('Tên đối tác').fill('Tổng đài 1022');
  await choose(page, 'agency', 'hoa giang', true);
  await walk.press('partner', page.getByRole('button', { name: 'Lưu' }).last());
  const address = new URL(page.url()).pathname;
  await walk.see('partner-edit', `${address}/sua`);
  await walk.see('partner-key', `${address}/khoa`);
  await walk.press('partner-key-fault', page.getByRole('button', { name: 'Cấp khóa' }));
  await page.getByLabel('Nơi dùng').fill('Máy chủ chính');
  await walk.press('partner-key-made', page.getByRole('button', { name: 'Cấp khóa' }));
  await walk.see('partner-webhook', `${address}/webhook`);
  await page.getByLabel('Địa chỉ nhận').fill('https://10.0.0.1/nhan');
  await walk.press('partner-webhook-fault', page.getByRole('button', { name: 'Lưu' }));
  await page.getByLabel('Địa chỉ nhận').fill('https://hooks.example.vn/nhan');
  await walk.press('partner-secret', page.getByRole('button', { name: 'Lưu' }));
  await walk.see('partner-deliveries', `${address}/webhook/nhat-ky`);
  await walk.see('partner-with-key', address);
  await walk.see('partners', '/quan-tri/doi-tac');
}

/** Items as files, as whoever takes items in. */
export async function walkExchange(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.see('exchange', '/can-bo/nhap-xuat');
  await page.getByLabel('Kèm tên, địa chỉ').check();
  await walk.press('exchange-fault', page.getByRole('button', { name: 'Xuất hồ sơ' }));
  await page.getByLabel('Nguồn').fill('Tổng đài 1022');
  const file = { name: 'tong-dai.csv', mimeType: 'text/csv', buffer: Buffer.from('title,content\nA,B\n') };
  await page.locator('#newFiles').setInputFiles(file);
  await walk.press('exchange-import', page.getByRole('button', { name: 'Kiểm tra tệp' }));
}
