import type { Walk } from '../walk.js';

/** Agencies, procedures, fields and files of them, as administrators keep them. */
export async function walkDirectory(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.see('agencies', '/quan-tri/to-chuc?tren=HG');
  await walk.see('agencies-found', '/quan-tri/to-chuc?q=so');
  await walk.see('agency', '/quan-tri/to-chuc/HG-XD');
  await walk.see('agency-gone', '/quan-tri/to-chuc/HG-H01');
  await walk.see('agency-new', '/quan-tri/to-chuc/them?tren=HG');
  await walk.press('agency-new-fault', page.locator('main form').getByRole('button', { name: 'Lưu' }).last());
  await walk.see('agency-edit', '/quan-tri/to-chuc/HG-XD/sua');
  await walk.see('agency-rename', '/quan-tri/to-chuc/HG-XD/doi-ten');
  await walk.see('agency-move', '/quan-tri/to-chuc/HG-XD/chuyen');
  await walk.see('agency-merge', '/quan-tri/to-chuc/sap-nhap?ma=HG-TL&ma=HG-HK');
  await page.getByLabel('Không có cơ quan kế thừa').check();
  await walk.press('agency-merge-preview', page.getByRole('button', { name: 'Xem ảnh hưởng' }).last());
  await walk.see('procedures', '/quan-tri/thu-tuc');
  await walk.see('procedures-none', '/quan-tri/thu-tuc?q=khong+co+tu+nay');
  await walk.see('procedure-new', '/quan-tri/thu-tuc/them');
  await walk.press('procedure-new-fault', page.getByRole('button', { name: 'Lưu' }));
  await walk.see('procedure', '/quan-tri/thu-tuc/1.001193');
  await walk.see('fields', '/quan-tri/linh-vuc');
  await walk.see('field', '/quan-tri/linh-vuc/1');
  await walk.see('imports', '/quan-tri/nhap-danh-muc');
  await walk.press('imports-fault', page.getByRole('button', { name: 'Chạy thử' }));
  const table =
    'ma_thu_tuc,ten_thu_tuc,linh_vuc,cap_thuc_hien,co_quan_thuc_hien\n1.049,Thử,Thử,Cấp xã,UBND\n';
  const file = { name: 'danh-muc.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await page.locator('#file').setInputFiles(file);
  await walk.press('import', page.getByRole('button', { name: 'Chạy thử' }));
}
