import type { BrowserAgent, BrowserPage } from './browser-agent.js';
import { decode, type HtmlForm } from './html-form.js';

/** What one browser can reach. */
export interface Reach {
  readonly pages: readonly BrowserPage[];
  /** Forms that differ in address or fields, each with the page it stands on. */
  readonly forms: readonly { readonly page: string; readonly form: HtmlForm }[];
}

/** Pages that differ only in their item or their number look alike: a few of each kind are enough. */
const OF_A_KIND = 2;

/** Follows every link from a page on, as somebody would who clicks on everything but sends nothing. */
export async function crawl(agent: BrowserAgent, from: readonly string[]): Promise<Reach> {
  const queue = [...from];
  const seen = new Map<string, number>();
  const pages: BrowserPage[] = [];
  const forms = new Map<string, { page: string; form: HtmlForm }>();
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const kind = kindOf(url);
    const times = seen.get(kind) ?? 0;
    if (times >= OF_A_KIND) continue;
    seen.set(kind, times + 1);
    const page = await agent.visit(url);
    pages.push(page);
    queue.push(...linksOf(page));
    for (const form of page.forms) {
      const key = [form.method, kindOf(form.action), ...Object.keys(form.values).sort()].join(' ');
      if (!forms.has(key)) forms.set(key, { page: page.url, form });
    }
  }
  return { pages, forms: [...forms.values()] };
}

/** @returns the local addresses that the page links to; the other language's are the same pages. */
function linksOf({ html }: BrowserPage): string[] {
  return Array.from(html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g), ([, href = '']) =>
    decode(href).replace(/#.*$/, ''),
  ).filter((href) => /^\/(?!\/)/.test(href) && !/[?&]lang=/.test(href));
}

/** @returns the address without what tells one item from another. */
export function kindOf(url: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const names = [...new Set([...new URLSearchParams(query).keys()])].sort().join('&');
  return `${path.replace(/PAKN-[\w-]+/g, '*').replace(/\d+/g, '*')}?${names}`;
}
