import { createInstance, type FormatterModule, type i18n } from 'i18next';
import type { Log } from '../config/log.js';
import { formatCount } from '../kernel/ratio.js';
import type { Message, MessageParams } from '../kernel/errors.js';
import type { Catalogue } from './catalogues.js';
import { DEFAULT_LANGUAGE, type Language, Translator } from './translator.js';

/** Numbers in a sentence are printed as the language prints them. */
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _, language) => {
    // A value that is missing goes on as it is, to be missed below.
    if (typeof value !== 'number') return value as string;
    return language === 'en' ? formatCount(value).replaceAll('.', ',') : formatCount(value);
  },
};

export class CatalogueTranslator extends Translator {
  private readonly engine: i18n;
  private readonly reported = new Set<string>();
  /** Texts that were found once: a page asks for the same hundreds again and again. */
  private readonly found = new Set<string>();

  /** @param strict a missing text throws; else (in production) it is logged once and the next best is said. */
  constructor(
    catalogues: Readonly<Record<Language, Catalogue>>,
    private readonly strict: boolean,
    private readonly log: Log,
  ) {
    super();
    this.engine = createInstance().use(numbers);
    void this.engine.init({
      initAsync: false,
      lng: DEFAULT_LANGUAGE,
      fallbackLng: false,
      resources: { vi: { translation: catalogues.vi }, en: { translation: catalogues.en } },
      // Templates escape; a text that is escaped twice shows its entities to people.
      interpolation: { escapeValue: false, alwaysFormat: true },
      missingInterpolationHandler: (text: string, [placeholder]: RegExpExecArray) => {
        this.missed(`no value for ${placeholder} in “${text}”`);
        return '';
      },
    });
  }

  t(key: string, params: MessageParams = {}, lang: Language = DEFAULT_LANGUAGE): string {
    for (const lng of new Set([lang, DEFAULT_LANGUAGE])) {
      if (this.has(key, params, lng)) return this.engine.t(key, { ...params, lng });
      this.missed(`no text for “${key}” in ${lng}`);
    }
    return key;
  }

  say({ key, params = {} }: Message, lang: Language = DEFAULT_LANGUAGE): string {
    const { label } = params;
    return this.t(
      key,
      typeof label === 'string' ? { ...params, label: this.t(label, {}, lang) } : params,
      lang,
    );
  }

  /** A key that stops at a group of texts names none. */
  private has(key: string, params: MessageParams, lng: Language): boolean {
    const asked = [lng, key, params['context']].join(' ');
    if (params['count'] === undefined && this.found.has(asked)) return true;
    if (!this.engine.exists(key, { ...params, lng })) return false;
    const text: unknown = this.engine.t(key, {
      ...params,
      lng,
      returnObjects: true,
      skipInterpolation: true,
    });
    if (typeof text !== 'string') return false;
    // Numbers are many and forms of a word few: what is counted is looked up each time.
    if (params['count'] === undefined) this.found.add(asked);
    return true;
  }

  private missed(fault: string): void {
    if (this.strict) throw new Error(`catalogue: ${fault}`);
    if (this.reported.has(fault)) return;
    this.reported.add(fault);
    this.log.problem({ fault }, 'a text is missing in the catalogue');
  }
}
