import type { Message, MessageParams } from '../kernel/errors.js';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Vietnamese is the language of the product; English is offered beside it. */
export const DEFAULT_LANGUAGE: Language = 'vi';

export function isLanguage(value: unknown): value is Language {
  return value === 'vi' || value === 'en';
}

/** Says messages by their keys, `<namespace>.<path>`, from the catalogues beside this file. */
export abstract class Translator {
  /**
   * @param params values for the placeholders; numbers are printed with their thousands separated.
   * @throws Error outside production when the key or a placeholder's value is missing; in production the
   * Vietnamese text stands in for a missing English one, the key for a missing text, and the log says so.
   */
  abstract t(key: string, params?: MessageParams, lang?: Language): string;

  /** As `t`, for a message of the rules. A parameter called `label` is itself a key, and is translated first. */
  abstract say(message: Message, lang?: Language): string;
}
