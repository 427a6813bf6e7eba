import { readdirSync, readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from './translator.js';

/** Nested texts of one language; the first level is the namespace, which is the file's name. */
export interface Catalogue {
  readonly [name: string]: string | Catalogue;
}

/** Reads `{vi,en}/<namespace>.json` beside this file; the build copies them into `dist`. */
export function readCatalogues(): Readonly<Record<Language, Catalogue>> {
  const [vi, en] = LANGUAGES.map((language) => {
    const folder = new URL(`./${language}/`, import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    return Object.fromEntries(
      files.map((file) => [
        file.slice(0, -'.json'.length),
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Catalogue,
      ]),
    );
  });
  return { vi: vi ?? {}, en: en ?? {} };
}
