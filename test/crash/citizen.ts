import { kept, SUBMISSION } from '../support/citizen-way.js';
import { textOf } from '../support/html-form.js';
import { Client } from './client.js';

/** Sends, looks what became of it, and answers what is asked. */
export class Citizen extends Client {
  async turn(): Promise<void> {
    const own = this.town.items.filter(({ citizen }) => citizen === this.name);
    // Officers must keep up, or nothing ever comes to its answer.
    if (this.chance(own.length < 3 ? 2 : 8)) await this.submit();
    else await this.supplement(own);
  }

  private async submit(): Promise<void> {
    const marker = this.marker();
    await this.browser.visit('/gui');
    const papers = await this.papers(3, 'giay');
    const email = this.chance(2) ? `${this.name}@dan.example` : '';
    const words = { ...SUBMISSION, title: `Phản ánh ${marker}`, email };
    const written = await this.browser.fill('/gui/kiem-tra', words, papers);
    if (!written) throw new Error('there is no form to write in');
    await this.browser.send(written);
    const form = await this.browser.fill('/gui');
    if (!form) throw new Error(`no check page: ${textOf(this.browser.page.html).slice(0, 400)}`);
    const files = papers.map(({ sha256 }) => sha256);
    const submissionKey = String(form.values['submissionKey']);
    const wish = { kind: 'submit', marker, who: null, code: null, seen: 0, submissionKey, files };
    const attempt = this.town.ledger.open(wish);
    if (await this.press(attempt, form, ['/gui/xong'])) await this.keepReceipt();
  }

  private async keepReceipt(): Promise<void> {
    const { html, url } = await this.browser.visit('/gui/xong');
    const shown = kept({ html, url, text: textOf(html), status: 200, headers: {}, forms: [] });
    this.town.items.push({ ...shown, citizen: this.name });
  }

  private async supplement(own: readonly { code: string; pin: string }[]): Promise<void> {
    const item = own[this.random.below(own.length)];
    if (!item) return;
    await this.browser.visit('/tra-cuu');
    const key = await this.browser.fill('/tra-cuu', { code: item.code, pin: item.pin });
    if (!key) throw new Error('there is no form to look it up');
    await this.browser.send(key);
    await this.browser.visit('/tra-cuu/ho-so');
    const marker = this.marker();
    const asked = await this.browser.fill('/tra-cuu/ho-so/bo-sung');
    if (!asked || asked.values['code'] !== item.code) return;
    const papers = asked.type.startsWith('multipart') ? await this.papers(2, 'bosung') : [];
    const form = await this.browser.fill('/tra-cuu/ho-so/bo-sung', { content: `Bổ sung ${marker}` }, papers);
    if (!form) return;
    const seen = Number(form.values['version']);
    const files = papers.map(({ sha256 }) => sha256);
    const wish = { kind: 'supplement', marker, who: null, code: item.code, seen, submissionKey: null, files };
    await this.press(this.town.ledger.open(wish), form, ['/tra-cuu/ho-so']);
  }
}
