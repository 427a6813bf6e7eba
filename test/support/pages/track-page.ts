import type { Page } from 'playwright-core';
import type { Kept } from './submit-page.js';

/** `/tra-cuu`: an item as its citizen sees it. */
export class TrackPage {
  constructor(readonly page: Page) {}

  async open({ code, pin }: Kept): Promise<void> {
    await this.page.goto('/tra-cuu');
    await this.page.getByLabel('Mã theo dõi').fill(code);
    await this.page.getByLabel('Mã PIN').fill(pin);
    await this.page.getByRole('button', { name: 'Xem hồ sơ' }).click();
  }

  /** @returns the state in words. */
  state(): Promise<string> {
    return this.page.locator('[aria-labelledby="now"] .badge').first().innerText();
  }

  async supplement(text: string): Promise<void> {
    await this.page.getByLabel('Phần bổ sung của Ông/Bà').fill(text);
    await this.page.getByRole('button', { name: 'Gửi bổ sung' }).click();
  }

  async rate(rating: string, words: string): Promise<void> {
    await this.page.getByLabel(rating, { exact: true }).check();
    await this.page.getByLabel(/^Nhận xét thêm/).fill(words);
    await this.page.getByRole('button', { name: 'Gửi đánh giá' }).click();
  }
}
