import type { Page } from 'playwright-core';
import { choose } from './combobox.js';

/** What a citizen keeps. */
export interface Kept {
  readonly code: string;
  readonly pin: string;
}

/** `/gui`, from the empty form to code and PIN. */
export class SubmitPage {
  constructor(
    readonly page: Page,
    private readonly script: boolean,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/gui');
  }

  async say(title: string, content: string): Promise<void> {
    await this.page.getByLabel('Tiêu đề').fill(title);
    await this.page.getByLabel('Nội dung', { exact: true }).fill(content);
  }

  async classify(kind: 'Phản ánh' | 'Kiến nghị', subject: RegExp): Promise<void> {
    await this.page.locator('[name="kind"]').and(this.page.getByLabel(kind)).check();
    await this.page.locator('[name="subject"]').and(this.page.getByLabel(subject)).check();
  }

  /** @returns the procedure that was found and chosen. */
  procedure(question: string): Promise<string> {
    return choose(this.page, 'procedureCode', question, this.script);
  }

  agency(question: string): Promise<string> {
    return choose(this.page, 'agencyCode', question, this.script);
  }

  async introduce(name: string, address: string, phone: string): Promise<void> {
    await this.page.getByLabel('Cá nhân').check();
    await this.page.getByLabel(/^Họ và tên/).fill(name);
    await this.page.getByLabel('Địa chỉ', { exact: true }).fill(address);
    await this.page.getByLabel('Số điện thoại').fill(phone);
  }

  /** To the check page, or back with the faults. */
  async proceed(): Promise<void> {
    await this.page.locator('button.button--large[type="submit"]').click();
  }

  async send(): Promise<Kept> {
    await this.page.getByRole('button', { name: 'Gửi phản ánh, kiến nghị' }).click();
    const code = await this.page.locator('#code').innerText();
    return { code, pin: await this.page.locator('#pin').innerText() };
  }
}
