import { DEMO_PASSWORD } from '../../src/faces/operator/demo/demo-ground.js';
import type { RandomSource } from '../../src/platform/kernel/random.js';
import { REPLY } from '../support/desk-house.js';
import { Client, type Town } from './client.js';
import type { Fields, HttpBrowser } from './http-browser.js';
import type { Paper } from './papers.js';

/** What is typed into a step's form; null for steps by a button. The weight says how readily it is chosen. */
const STEPS: Readonly<Record<string, { weight: number; typed: ((marker: string) => Fields) | null }>> = {
  book: { weight: 6, typed: null },
  start: { weight: 3, typed: null },
  accept: { weight: 6, typed: null },
  forward: { weight: 4, typed: () => ({ agency: 'HG-XD' }) },
  requestInfo: { weight: 2, typed: (marker) => ({ question: `Xin cho biết ${marker}` }) },
  return: { weight: 1, typed: (reason) => ({ reason: `Không đúng cơ quan ${reason}` }) },
  assign: { weight: 1, typed: (reason) => ({ reason }) },
  draft: { weight: 8, typed: (marker) => ({ ...REPLY, body: `${REPLY.body} ${marker}` }) },
  sendBack: { weight: 1, typed: (reason) => ({ reason: `Xem lại ${reason}` }) },
  approve: { weight: 6, typed: () => ({}) },
};

/** Opens an item that is around, and takes one of the steps that its page offers. */
export class Officer extends Client {
  private isIn = false;

  constructor(
    private readonly username: string,
    browser: HttpBrowser,
    town: Town,
    random: RandomSource,
    seat: number,
  ) {
    super(`${username}${seat}`, browser, town, random);
  }

  async turn(): Promise<void> {
    if (!this.isIn) await this.signIn();
    const { items } = this.town;
    const recent = items.slice(-12); // so that some of them come to their answer
    const item = recent[this.random.below(recent.length)];
    if (!item) return;
    const { status, url, html } = await this.browser.visit(`/can-bo/ho-so/${item.code}`);
    if (url.startsWith('/dang-nhap')) {
      this.town.ledger.faults.push(`${this.username} was signed out`);
      this.isIn = false;
    }
    if (status === 200) await this.step(item.code, html);
  }

  private async signIn(): Promise<void> {
    await this.browser.visit('/dang-nhap');
    const form = await this.browser.fill('/dang-nhap', { username: this.username, password: DEMO_PASSWORD });
    if (!form) throw new Error('there is no form to sign in');
    this.isIn = (await this.browser.send(form)).status === 303;
  }

  private async step(code: string, html: string): Promise<void> {
    const action = this.choose(code, html);
    const chosen = action === null ? undefined : STEPS[action];
    if (action === null || !chosen) return;
    const address = `/can-bo/ho-so/${code}/${action}`;
    const marker = this.marker();
    if (chosen.typed) await this.browser.visit(address);
    const empty = await this.browser.fill(address, chosen.typed?.(marker));
    if (!empty) return; // somebody was faster: the page says so instead of the form
    const papers: Paper[] = empty.type.startsWith('multipart') ? await this.papers(2, 'traloi') : [];
    const typed = { ...chosen.typed?.(marker), ...this.colleague(action) };
    const form = await this.browser.fill(address, typed, papers);
    if (!form) return;
    const files = papers.map(({ sha256 }) => sha256);
    const seen = Number(form.values['expectedVersion']);
    const wish = { kind: action, marker, who: this.username, code, seen, submissionKey: null, files };
    await this.press(this.town.ledger.open(wish), form, [`/can-bo/ho-so/${code}`, '/can-bo']);
  }

  private choose(code: string, html: string): string | null {
    const offered = Array.from(
      html.matchAll(new RegExp(`/can-bo/ho-so/${code}/(\\w+)"`, 'g')),
      ([, name = '']) => name,
    );
    const lots = [...new Set(offered)].flatMap((name) => Array<string>(STEPS[name]?.weight ?? 0).fill(name));
    const chosen = lots[this.random.below(lots.length || 1)] ?? null;
    return chosen === 'assign' && !this.chance(3) ? null : chosen; // it is offered to everybody, always
  }

  /** One of those whom the open form names. */
  private colleague(action: string): Fields {
    if (action !== 'assign') return {};
    const list = /<select[^>]*name="assignee"[\s\S]*?<\/select>/.exec(this.browser.page.html)?.[0] ?? '';
    const radios = this.browser.page.html.matchAll(/<input[^>]*name="assignee"[^>]*value="(\d+)"/g);
    const options = list.matchAll(/<option[^>]*value="(\d+)"/g);
    const ids = [...radios, ...options].map(([, id = '']) => id);
    return { assignee: ids[this.random.below(ids.length || 1)] ?? '' };
  }
}
