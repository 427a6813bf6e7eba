import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The two widths that every page is proved at: a cheap phone and an office screen, in CSS pixels. */
export const PHONE = 360;
export const SCREEN = 1280;
const HEIGHT = 800;

/** Nothing here may wait for the network, ask for a sandbox that a container lacks, or look for updates. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Manner {
  readonly width?: number;
  /** Whether the page's own scripts run. */
  readonly script?: boolean;
}

/** The four ways in which somebody may come. */
export const MANNERS: readonly Required<Manner>[] = [
  { script: true, width: PHONE },
  { script: false, width: PHONE },
  { script: true, width: SCREEN },
  { script: false, width: SCREEN },
];

/** A listening product and a real browser in front of it. */
export class BrowserHouse {
  /** What went wrong on the way: errors of scripts, pieces that did not come, requests to other hosts. */
  readonly faults: string[] = [];

  private constructor(
    readonly base: string,
    private readonly chromium: Browser,
    private readonly initScripts: readonly string[],
  ) {}

  /** @param initScripts files that run in every page before its own scripts, past its Content-Security-Policy */
  static async open(app: NestExpressApplication, initScripts: readonly string[] = []): Promise<BrowserHouse> {
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    return new BrowserHouse(`http://127.0.0.1:${port}`, browser, initScripts);
  }

  close(): Promise<void> {
    return this.chromium.close();
  }

  /** @returns the empty first tab of somebody who was never here. */
  async visitor({ width = SCREEN, script = true }: Manner = {}): Promise<Page> {
    const options: BrowserContextOptions = {
      baseURL: this.base,
      viewport: { width, height: HEIGHT },
      javaScriptEnabled: script,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
    };
    const context = await this.chromium.newContext(options);
    context.setDefaultTimeout(10_000);
    for (const path of this.initScripts) await context.addInitScript({ path });
    context.on('page', (page) => {
      this.watch(page);
    });
    return context.newPage();
  }

  private watch(page: Page): void {
    const note = (fault: string): number => this.faults.push(`${page.url()}: ${fault}`);
    page.on('pageerror', (error) => note(error.message));
    page.on('console', (message) => {
      // A page that answers 4xx is logged as well; what belongs to a page and is missing is noted below.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        note(message.text());
    });
    page.on('response', (response) => {
      const isPage = response.request().resourceType() === 'document';
      if (!isPage && response.status() >= 400) note(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      const isOwn = request.url().startsWith(this.base) || request.url().startsWith('data:');
      if (!isOwn) note(`asks ${request.url()}`);
    });
  }
}
