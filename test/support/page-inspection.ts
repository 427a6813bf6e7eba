import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { PHONE, SCREEN } from './browser.js';

/** What an inspected page must have run before its own scripts. */
export const INSPECTORS = [
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  fileURLToPath(new URL('page-geometry.mjs', import.meta.url)),
];
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const LOOKS = [
  { width: PHONE, colorScheme: 'light' },
  { width: SCREEN, colorScheme: 'dark' },
] as const;
/** Smallest side of what a finger must hit, CSS pixels. */
const TARGET = 44;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // One name for several controls is how choices and buttons of one question work.
    'form-dup-name': ['error', { shared: ['radio', 'submit', 'checkbox'] }],
    // Titles name the page and the product; a browser cuts them where it must.
    'long-title': 'off',
    // The layout of templates leaves blanks; nobody sees them.
    'no-trailing-whitespace': 'off',
  },
});

/**
 * Holds one open page to everything that every page must keep: valid HTML, accessibility at a phone's width in
 * light and at a screen's width in dark colours, nothing that reaches over the edge, targets that a finger hits.
 * @param html the document as it was sent
 * @returns what is wrong, in words; nothing where all is well
 */
export async function inspect(page: Page, name: string, html: string): Promise<string[]> {
  const findings = (await validator.validateString(html)).results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `html line ${line}: ${ruleId}: ${message}`),
  );
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await picture(page, `${name}-${width}`);
    const found = [...(await accessibility(page)), ...(await geometry(page))];
    findings.push(...found.map((finding) => `${width}px: ${finding}`));
  }
  return findings.map((finding) => `${name}: ${finding}`);
}

async function accessibility(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async (tags) => {
    const { axe: tool } = globalThis as unknown as { axe: typeof axe };
    const result = await tool.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ target }) => target),
    }));
  }, AXE_TAGS);
  return violations.map(({ id, help, at }) => `axe ${id}: ${help}: ${at.slice(0, 3).join(' | ')}`);
}

function geometry(page: Page): Promise<string[]> {
  return page.evaluate(
    (target) =>
      (globalThis as unknown as { geometryFaults: (size: number) => string[] }).geometryFaults(target),
    TARGET,
  );
}

/** For people who want to look: SCREENSHOTS=<folder>. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
