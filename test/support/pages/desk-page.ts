import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../src/faces/operator/demo/demo-ground.js';
import { choose } from './combobox.js';

/** `/can-bo`: the desk of one person. */
export class DeskPage {
  constructor(
    readonly page: Page,
    private readonly script: boolean,
  ) {}

  async signIn(username: string, password = DEMO_PASSWORD): Promise<void> {
    await this.page.goto('/dang-nhap');
    await this.page.getByLabel('Tên đăng nhập').fill(username);
    await this.page.getByLabel('Mật khẩu').fill(password);
    await this.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await this.page.getByRole('navigation', { name: 'Dành cho cán bộ' }).waitFor();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    await this.page.getByRole('navigation', { name: 'Dành cho cán bộ' }).waitFor({ state: 'detached' });
  }

  /** From the queue, by searching, as people do. */
  async openItem(code: string): Promise<void> {
    await this.page.goto('/can-bo');
    await this.page.getByLabel('Tìm', { exact: true }).fill(code);
    await this.page.getByRole('button', { name: 'Lọc' }).click();
    await this.page.getByRole('row').filter({ hasText: code }).getByRole('link').click();
  }

  /** A step done by one press, or the way to the form of one. */
  async press(step: string): Promise<void> {
    const steps = this.page.locator('[aria-labelledby="steps-title"]');
    await steps
      .getByRole('button', { name: step })
      .or(steps.getByRole('link', { name: step }))
      .click();
  }

  /** Sends the open form of a step. */
  async confirm(): Promise<void> {
    await this.page.locator('main form > p.cluster > button').first().click();
  }

  /** @returns the steps that are offered. */
  steps(): Promise<string[]> {
    return this.page.locator('[aria-labelledby="steps-title"] .button').allInnerTexts();
  }

  state(): Promise<string> {
    return this.page.locator('main header .badge').first().innerText();
  }

  /** @returns what was said about the step that was just taken. */
  told(): Promise<string> {
    return this.page.locator('.page__flash').innerText();
  }

  agency(question: string): Promise<string> {
    return choose(this.page, 'agency', question, this.script);
  }
}
