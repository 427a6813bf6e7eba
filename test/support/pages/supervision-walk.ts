import type { Walk } from '../walk.js';
import { DeskPage } from './desk-page.js';

/** Figures and the lists behind them; what oversight sees of them. @param walk of a supervisor */
export async function walkSupervision(walk: Walk): Promise<void> {
  const { page } = walk;
  const question = 'from=2026-01-01&to=2026-03-10';
  await walk.see('supervisor', `/giam-sat?${question}`);
  await walk.see('supervisor-criticised', '/giam-sat/quy-dinh?year=2026');
  await walk.see('supervisor-fault', '/giam-sat?from=2026-02-30');
  for (const column of ['14', '17b', '18c']) {
    await walk.see(`supervisor-list-${column}`, `/giam-sat/danh-sach?${question}&agency=HG&column=${column}`);
  }
  await page.context().clearCookies();
  await new DeskPage(page, true).signIn('hoidong');
  await walk.see('oversight', '/giam-sat');
}

/** Accounts as an administrator keeps them. @param walk of an administrator */
export async function walkStaff(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.see('staff', '/quan-tri');
  await walk.see('staff-none', '/quan-tri?q=khong+co+ai');
  await walk.see('staff-new', '/quan-tri/tai-khoan');
  await walk.press('staff-new-fault', page.getByRole('button', { name: 'Thêm tài khoản' }).last());
  await page.goto('/quan-tri');
  await walk.press('staff-member', page.getByRole('link', { name: 'Trần Văn Bình' }));
  const member = page.url();
  await walk.press('staff-grant-fault', page.getByRole('button', { name: 'Giao vai trò' }).last());
  await walk.see('staff-password', `${member}/mat-khau`);
  await page.locator('#password').fill('x');
  await walk.press('staff-password-fault', page.getByRole('button', { name: 'Cấp mật khẩu mới' }));
}
