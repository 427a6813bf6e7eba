import { describe, expect, it } from '@jest/globals';
import { Log } from '../config/log.js';
import { CatalogueTranslator } from './catalogue-translator.js';
import { readCatalogues } from './catalogues.js';

const problems: string[] = [];
const log = { problem: ({ fault }: { fault: string }) => problems.push(fault) } as unknown as Log;

const catalogues = {
  vi: {
    a: {
      hello: 'Chào {{name}}',
      only: 'Chỉ có tiếng Việt',
      many: '{{count}} hồ sơ',
      label: 'Họ tên',
      need: 'Cần “{{label}}”',
    },
  },
  en: {
    a: {
      hello: 'Hello {{name}}',
      many_one: '{{count}} item',
      many_other: '{{count}} items',
      label: 'Name',
      need: '“{{label}}” needed',
    },
  },
};
const strict = new CatalogueTranslator(catalogues, true, log);
const lenient = new CatalogueTranslator(catalogues, false, log);

describe('the translator', () => {
  it('says a text in either language, Vietnamese first', () => {
    expect(strict.t('a.hello', { name: 'An' })).toBe('Chào An');
    expect(strict.t('a.hello', { name: 'An' }, 'en')).toBe('Hello An');
  });

  it('prints numbers and plurals as each language does', () => {
    expect(strict.t('a.many', { count: 1049 })).toBe('1.049 hồ sơ');
    expect(strict.t('a.many', { count: 1049 }, 'en')).toBe('1,049 items');
    expect(strict.t('a.many', { count: 1 }, 'en')).toBe('1 item');
  });

  it('leaves what people typed alone: no escaping, no placeholders, no references', () => {
    const name = '<b>{{count}}</b> $t(a.only) & {{name}}';
    expect(strict.t('a.hello', { name })).toBe(`Chào ${name}`);
  });

  it('translates a field’s label inside its message', () => {
    expect(strict.say({ key: 'a.need', params: { label: 'a.label' } })).toBe('Cần “Họ tên”');
    expect(strict.say({ key: 'a.need', params: { label: 'a.label' } }, 'en')).toBe('“Name” needed');
  });

  it.each(['a.none', 'a', 'none.none', '', 'constructor', 'a.toString'])(
    'throws for the key “%s” outside production',
    (key) => {
      expect(() => strict.t(key)).toThrow('catalogue');
    },
  );

  it('throws for a missing value, and for a text that only Vietnamese has', () => {
    expect(() => strict.t('a.hello')).toThrow('name');
    expect(() => strict.t('a.only', {}, 'en')).toThrow('en');
  });

  it('says the next best in production, and logs it once', () => {
    problems.length = 0;
    expect(lenient.t('a.only', {}, 'en')).toBe('Chỉ có tiếng Việt');
    expect(lenient.t('a.none')).toBe('a.none');
    expect(lenient.t('a.hello')).toBe('Chào ');
    lenient.t('a.none');
    expect(problems).toEqual([
      'no text for “a.only” in en',
      'no text for “a.none” in vi',
      'no value for {{name}} in “Chào {{name}}”',
    ]);
  });

  it('finds every text of the product, with the same placeholders in both languages', () => {
    const { vi, en } = readCatalogues();
    expect(Object.keys(vi)).toContain('errors');
    expect(Object.keys(en.errors as object)).toEqual(Object.keys(vi.errors as object));
  });
});
