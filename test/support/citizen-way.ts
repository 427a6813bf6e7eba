import type { BrowserAgent, BrowserPage } from './browser-agent.js';

/** A submission as a careful citizen fills it in. */
export const SUBMISSION = {
  kind: 'PROPOSAL',
  subject: 'ADMIN_ACT',
  title: 'Nộp hồ sơ đất đai phải đi lại ba lần',
  content: 'Tôi đã nộp đủ giấy tờ.\nCán bộ hẹn lại hai lần mà không nói lý do.',
  procedureCode: 'NONE',
  agencyCode: 'UNKNOWN',
  submitterType: 'INDIVIDUAL',
  name: 'Nguyễn Thị Ánh',
  address: 'Thôn Đông, xã Ngân Sơn',
  phone: '0912 345 678',
  email: '',
} as const;

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Opens the form and presses “Continue”. @returns the check page, or the form with its faults. */
export async function write(browser: BrowserAgent, changes: Typed = {}): Promise<BrowserPage> {
  await browser.visit('/gui');
  return browser.submit({ ...SUBMISSION, ...changes });
}

export interface Kept {
  readonly code: string;
  readonly pin: string;
}

/** Presses “Send” on the check page. @returns what the citizen writes down. */
export async function send(browser: BrowserAgent): Promise<Kept> {
  return kept(await browser.submit());
}

export function kept({ html, text, url }: BrowserPage): Kept {
  const code = /id="code">([^<]+)</.exec(html)?.[1];
  const pin = /id="pin">([^<]+)</.exec(html)?.[1];
  if (!code || !pin) throw new Error(`${url} shows no code and PIN: ${text.slice(0, 400)}`);
  return { code, pin };
}

/** Opens an item by code and PIN. */
export async function lookUp(browser: BrowserAgent, { code, pin }: Kept): Promise<BrowserPage> {
  await browser.visit('/tra-cuu');
  return browser.submit({ code, pin }, '/tra-cuu');
}
