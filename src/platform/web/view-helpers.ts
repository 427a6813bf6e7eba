import Handlebars from 'handlebars';
import { isLanguage, type Language, type Translator } from '../i18n/translator.js';
import type { CivilDay } from '../kernel/civil-day.js';
import { formatDay, formatInstant } from '../kernel/civil-day.js';
import type { Message, MessageParams } from '../kernel/errors.js';
import { formatCount, formatRatio, type Ratio } from '../kernel/ratio.js';
import type { Assets } from './assets.js';
import { pathNamed } from './paths.js';
import type { ViewContext } from './view-engine.js';

type Helper = Handlebars.HelperDelegate;
type Options = Handlebars.HelperOptions;

const contextOf = ({ data }: Options): ViewContext => (data as { context: ViewContext }).context;
const languageOf = (options: Options): Language => {
  const { lang } = contextOf(options);
  return isLanguage(lang) ? lang : 'vi';
};

/** The helpers that templates may use beside if, unless, each, with and lookup. Whatever is more belongs into the view-model. */
export function viewHelpers(translator: Translator, assets: Assets): Record<string, Helper> {
  return {
    /** {{t "key" name=value}}, {{t key params}} */
    t: (key: unknown, ...rest: unknown[]) => {
      const options = rest.at(-1) as Options;
      const given = rest.length > 1 ? rest[0] : undefined;
      const params = { ...(given as MessageParams | undefined), ...(options.hash as MessageParams) };
      return translator.t(textOf(key, 't'), params, languageOf(options));
    },
    /** {{msg message}}: a message of the rules */
    msg: (message: Message | undefined, options: Options) => {
      if (typeof message?.key !== 'string') throw new Error('{{msg}} needs a message');
      return translator.say(message, languageOf(options));
    },
    /** {{csrf}}: in every form that posts */
    csrf: (options: Options) => {
      const token = Handlebars.escapeExpression(contextOf(options).csrfToken());
      return new Handlebars.SafeString(`<input type="hidden" name="_csrf" value="${token}">`);
    },
    /** {{url "officerItem" code=code tab="history"}} */
    url: (name: unknown, options: Options) =>
      pathNamed(textOf(name, 'url')).to(options.hash as Record<string, string>),
    asset: (name: unknown) => assets.address(textOf(name, 'asset')),
    day: (day: CivilDay) => formatDay(day),
    instant: (instant: number) => formatInstant(instant),
    count: (count: number) => formatCount(count),
    ratio: (ratio: Ratio) => formatRatio(ratio),
    /** {{#if (is state "RECEIVED")}} */
    is: (a: unknown, b: unknown) => a === b,
    /** {{#if (within here (url "figures"))}}: a page of that section; addresses after it are sections of their own */
    within: (here: string, section: string, ...others: unknown[]) =>
      here.startsWith(`${section}/`) &&
      !others.some((other) => typeof other === 'string' && `${here}/`.startsWith(`${other}/`)),
    /** {{#if (any staff.roles "SUPERVISOR" "OVERSIGHT")}} */
    any: (list: readonly unknown[], ...rest: unknown[]) =>
      rest.slice(0, -1).some((one) => list.includes(one)),
  };
}

function textOf(value: unknown, helper: string): string {
  if (typeof value !== 'string') throw new Error(`{{${helper}}} needs a name, not ${typeof value}`);
  return value;
}
