import { fold } from '../platform/kernel/fold.js';
import { countCharacters } from '../platform/kernel/clean-text.js';
import type { Message } from '../platform/kernel/errors.js';
import { COMMON_STEMS } from './common-passwords.js';

export const PASSWORD_MIN = 12;
/** Bounds the work of hashing; far beyond what anybody types. */
export const PASSWORD_MAX = 200;
/** How much of a password must be left when the user name is taken out of it. */
const OWN_PART = 6;

/** One form for what looks the same: phones send composed letters, macOS decomposed ones. Blanks count and stay. */
export function normalisePassword(typed: string): string {
  return typed.toWellFormed().normalize('NFC');
}

/**
 * Length instead of riddles (no “one capital, one digit”): long, not the user name, not what everybody tries first.
 * @param password normalised.
 * @returns what is wrong with it, or null.
 */
export function passwordFault(password: string, username: string): Message | null {
  const length = countCharacters(password);
  if (length < PASSWORD_MIN) return { key: 'accounts.password.tooShort', params: { min: PASSWORD_MIN } };
  if (length > PASSWORD_MAX) return { key: 'accounts.password.tooLong', params: { max: PASSWORD_MAX } };
  if (holdsMainly(fold(password), fold(username))) return { key: 'accounts.password.likeUsername' };
  if (isCommon(fold(password))) return { key: 'accounts.password.common' };
  return null;
}

function holdsMainly(password: string, username: string): boolean {
  return (
    username !== '' && password.includes(username) && password.replaceAll(username, '').length < OWN_PART
  );
}

/** Digits alone are dates, telephone and citizens' numbers; a common word stays common with “@2026” behind it. */
function isCommon(folded: string): boolean {
  const letters = folded.replace(/[^a-z]/g, '');
  return isPeriodic(folded) || /^[\d\s.+-]+$/.test(folded) || COMMON_STEMS.has(letters);
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`: a short piece over and over. */
function isPeriodic(text: string): boolean {
  for (let period = 1; period <= 4; period++) {
    if (
      Array.from({ length: text.length }, (_, index) => text[index] === text[index % period]).every(Boolean)
    )
      return true;
  }
  return false;
}
