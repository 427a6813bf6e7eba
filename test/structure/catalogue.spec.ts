import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

/** Keys that are put together in code: everything under these is used. */
const COMPOSED: readonly RegExp[] = [
  /^lifecycle\.(state|meaning|action|done|public|condition|need)\./,
  /^feedback\./,
  /^directory\.(level|procedureLevel|procedureStatus)\./,
];

type Catalogue = Map<string, string>;
let vi: Catalogue;
let en: Catalogue;
let sources: string;

beforeAll(async () => {
  [vi, en] = await Promise.all([read('vi'), read('en')]);
  sources = await everySource();
});

describe('the catalogues', () => {
  it('say the same keys, with the same placeholders, in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
    const differing = [...vi].filter(([key, text]) => holes(text) !== holes(en.get(key) ?? ''));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are composed Vietnamese (NFC), without empty texts', () => {
    const faulty = [...vi].filter(([, text]) => text !== text.normalize('NFC') || text.trim() === '');
    expect(faulty.map(([key]) => key)).toEqual([]);
  });

  it('have every key that templates and code name', () => {
    const namespaces = new Set([...vi.keys()].map((key) => key.split('.')[0]));
    // What the authority decides has a name of the same shape; it is none of the texts.
    const choices = new Set(
      [...sources.matchAll(/name: '([\w.]+)',\s+standard\b/g)].map((match) => match[1]),
    );
    const named = [...sources.matchAll(/['"]([a-z][A-Za-z]*(?:\.[A-Za-z0-9_-]+)+)['"]/g)]
      .map((match) => match[1] ?? '')
      .filter(
        (key) =>
          !choices.has(key) &&
          namespaces.has(key.split('.')[0]) &&
          !/\.(js|ts|hbs|json|css|svg|mjs)$/.test(key),
      );
    const missing = [...new Set(named)].filter(
      (key) =>
        !vi.has(key) &&
        key !== 'feedback.changed' && // what partners are told
        // An action of the trail is named without the place of its words.
        !vi.has(`audit.action.${key}`) &&
        ![...vi.keys()].some((k) => k.startsWith(`${key}.`)),
    );
    expect(missing).toEqual([]);
  });

  it('have no key that nobody uses', () => {
    const unused = [...vi.keys()].filter((key) => !COMPOSED.some((rule) => rule.test(key)) && !isUsed(key));
    expect(unused).toEqual([]);
  });
});

/** Named whole, or put together from a beginning that stands in a template literal: `figures.column.${number}`. */
function isUsed(key: string): boolean {
  if (sources.includes(key)) return true;
  const parts = key.split('.');
  return parts.slice(1).some((_, i) => {
    const beginning = parts.slice(0, i + 1).join('.');
    return (
      sources.includes(`${beginning}.\${`) ||
      sources.includes(`${beginning}.' +`) ||
      sources.includes(`"${beginning}."`)
    );
  });
}

const holes = (text: string): string =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join();

async function read(lang: string): Promise<Catalogue> {
  const folder = join('src/platform/i18n', lang);
  const found: Catalogue = new Map();
  for (const file of await readdir(folder)) {
    const tree = JSON.parse(await readFile(join(folder, file), 'utf8')) as object;
    flatten(tree, file.replace('.json', ''), found);
  }
  return found;
}

function flatten(tree: object, prefix: string, into: Catalogue): void {
  for (const [key, value] of Object.entries(tree) as [string, object | string][]) {
    if (typeof value === 'string') into.set(`${prefix}.${key}`, value);
    else flatten(value, `${prefix}.${key}`, into);
  }
}

async function everySource(): Promise<string> {
  const list = async (folder: string, pattern: RegExp): Promise<string[]> =>
    (await readdir(folder, { recursive: true })).filter((f) => pattern.test(f)).map((f) => join(folder, f));
  const files = [...(await list('src', /(?<!\.spec)\.ts$/)), ...(await list('views', /\.(hbs|js)$/))];
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}
