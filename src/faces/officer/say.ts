import type { Language, Translator } from '../../platform/i18n/translator.js';
import type { Message } from '../../platform/kernel/errors.js';

/** Says a message in the reader's language; view-models that compose sentences get it handed in. */
export type Say = (message: Message) => string;

export function sayIn(translator: Translator, lang: Language): Say {
  return (message) => translator.say(message, lang);
}
