import { generateSync } from 'otplib';
import { DEMO_PASSWORD } from '../../../src/faces/operator/demo/demo-ground.js';
import type { EveryPageHouse } from '../every-page-house.js';
import type { Walk } from '../walk.js';

const NAME = 'nguoi.moi';
const OWN = 'con mèo trèo cây cau';

/** What administrators see of accounts and of the trail, and an invitation with its link. @returns the link. */
export async function walkAccounts(walk: Walk): Promise<string> {
  const { page } = walk;
  await walk.see('two-step-rule', '/quan-tri/hai-buoc');
  await walk.see('audit', '/quan-tri/nhat-ky?from=&to=');
  await walk.see('audit-fault', '/quan-tri/nhat-ky?from=2026-02-30');
  await walk.see('audit-none', '/quan-tri/nhat-ky?who=khong-co-ai');
  await walk.see('staff-move', '/quan-tri/tai-khoan/2/dieu-dong');
  await walk.press('staff-move-fault', page.getByRole('button', { name: 'Điều động' }).last());
  await walk.see('staff-deeds', '/quan-tri/tai-khoan/2/nhat-ky');
  await walk.see('invite', '/quan-tri/loi-moi?agency=HG');
  const send = page.getByRole('button', { name: 'Gửi lời mời' }).last();
  await walk.press('invite-fault', send);
  for (const [field, value] of [
    ['name', 'Người Mới'],
    ['username', NAME],
    ['email', 'moi@co.quan.example'],
  ] as const)
    await page.locator(`#${field}`).fill(value);
  await page.locator('#agency').fill('Đông Sơn');
  await walk.press('invite-found', page.locator('main [name=find][value=agency]'));
  await page.locator('main input[type=radio][name=agency]').first().check();
  await page.getByLabel('Chuyên viên xử lý').check();
  await walk.press('invitation-link', send);
  const link = new URL(await page.locator('#link').inputValue()).pathname;
  await walk.press('staff-invited', page.getByRole('link', { name: 'Đã chuyển xong' }));
  return link;
}

/** The other end of the link: a password, two steps, codes on paper. */
export async function walkInvited(walk: Walk, link: string, house: EveryPageHouse): Promise<void> {
  const { page } = walk;
  await walk.see('invitation-gone', '/loi-moi/khong-co');
  await walk.see('invitation', link);
  const open = page.getByRole('button', { name: 'Mở tài khoản' });
  await walk.press('invitation-fault', open);
  for (const field of ['#next', '#again']) await page.locator(field).fill(DEMO_PASSWORD);
  await walk.press('invitation-accepted', open);
  await walk.see('two-step-set-up', '/tai-khoan/hai-buoc');
  const switchOn = page.getByRole('button', { name: 'Bật đăng nhập hai bước' });
  await walk.press('two-step-set-up-fault', switchOn);
  const secret = (await page.locator('.two-step__secret').innerText()).replaceAll(' ', '');
  await page
    .locator('#code')
    .fill(generateSync({ secret, epoch: Math.floor(house.house.clock.now() / 1_000) }));
  await walk.press('two-step-codes', switchOn);
  await walk.see('two-step', '/tai-khoan/hai-buoc');
  await walk.press('two-step-fault', page.getByRole('button', { name: 'Tạo mã dự phòng mới' }));
  await page.context().clearCookies();
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(NAME);
  await page.getByLabel('Mật khẩu').fill(DEMO_PASSWORD);
  const signIn = page.getByRole('button', { name: 'Đăng nhập' });
  await walk.press('sign-in-code', signIn);
  await walk.press('sign-in-code-fault', signIn);
}

/** A password that somebody else chose: nothing opens before it is replaced. */
export async function walkDuty(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.see('own-password', '/tai-khoan/mat-khau');
  await page.locator('#next').fill(OWN);
  await walk.press('own-password-fault', page.getByRole('button', { name: 'Đổi mật khẩu' }));
}
