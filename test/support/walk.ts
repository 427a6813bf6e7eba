import type { Locator, Page } from 'playwright-core';
import { inspect } from './page-inspection.js';

/** A page as asked for, and with the faults of its form; every other status is an error page. */
const SHOWN = [200, 422];

/** One person's walk through pages, each of which is inspected. */
export class Walk {
  /** What was wrong on any of them. */
  readonly findings: string[] = [];
  /** The paths whose own pages were seen, as in addresses. */
  readonly seen: string[] = [];
  private document: Promise<string> = Promise.resolve('');
  private status = 0;

  constructor(readonly page: Page) {
    page.on('response', (response) => {
      const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
      const isMoved = response.status() >= 300 && response.status() < 400;
      if (!isPage || isMoved) return;
      this.status = response.status();
      this.document = response.text();
    });
  }

  /** Opens the address and inspects the page. */
  async see(name: string, address: string): Promise<void> {
    await this.page.goto(address);
    await this.look(name);
  }

  /** Presses, waits for the page that comes, and inspects it. */
  async press(name: string, control: Locator): Promise<void> {
    await this.follow(control);
    await this.look(name);
  }

  /** Presses and waits for the page that comes. */
  async follow(control: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), control.click()]);
  }

  /** Inspects the page that is open. */
  async look(name: string): Promise<void> {
    if (SHOWN.includes(this.status)) this.seen.push(new URL(this.page.url()).pathname);
    this.findings.push(...(await inspect(this.page, name, await this.document)));
  }
}
