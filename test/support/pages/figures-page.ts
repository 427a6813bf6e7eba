import type { Locator, Page } from 'playwright-core';

/** `/so-lieu` and `/giam-sat`: a question, a sentence, numbers. */
export class FiguresPage {
  constructor(readonly page: Page) {}

  async ask(from: string, to: string): Promise<void> {
    const first = this.page.getByLabel('Từ ngày');
    if (!(await first.isVisible())) await this.page.getByText('Chọn kỳ và cơ quan').click();
    await first.fill(from);
    await this.page.getByLabel('Đến hết ngày').fill(to);
    await this.page.getByRole('button', { name: 'Xem số liệu' }).click();
  }

  sentence(): Promise<string> {
    return this.page.locator('.figures-sentence').innerText();
  }

  /** The cell of a column's value, among all columns of the whole. */
  column(number: string): Locator {
    const row = `tr:has(> td:first-child:text-is("${number}"))`;
    return this.page.locator(`section[aria-labelledby="columns"] ${row} > td:last-child`);
  }

  /** @returns the number of a column, the name beside it for screen readers left out. */
  async number(column: string): Promise<number> {
    const text = await this.column(column).innerText();
    return Number(/^[\d.]+/.exec(text)?.[0].replaceAll('.', ''));
  }
}
