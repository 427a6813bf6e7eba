import { matches } from './detector.js';
import type { FoundKind, FoundPlace } from './found-place.js';
import { folded, foldedWords, plain } from './plain-text.js';

/** Whole words only: names are not torn out of longer ones. */
const whole = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');
const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const BETWEEN = '[\\s.,_–-]';

/** Words before a name that are no part of it: of people, and of enterprises. */
const TITLES = 'ông|bà|anh|chị|cô|chú|bác|em|cháu|cụ|thầy|đồng chí|đ/c|tên là|tôi là|tên';
const FIRM =
  /^(?:(?:công ty|cty|tnhh|cổ phần|cp|mtv|một thành viên|doanh nghiệp|tư nhân|dntn|hợp tác xã|htx|hộ kinh doanh|hkd)\s+)+/iu;

/**
 * A name in any spelling: without marks, in any case, run together, with initials. One word alone (“Lan”, “Hoa”) also
 * means other things: it counts after “bà”, “chị” and the like.
 * @param own whether the whole name is one that nobody may let stand; parts of it always may.
 */
export function namePlaces(text: string, name: string, kind: FoundKind, own: boolean): FoundPlace[] {
  const spelled = plain(name.normalize('NFC')).trim();
  const words = foldedWords(spelled);
  const found = words.length < 2 ? [] : matches(folded(text), whole(nameIn(words)), kind, own);
  const core = spelled.replace(FIRM, '');
  const parts = core === spelled ? lastNames(spelled) : [core];
  return [...found, ...parts.flatMap((part) => partPlaces(text, part, kind))];
}

function nameIn(words: readonly string[]): string {
  const isLong = words.length > 2;
  const last = words.length - 1;
  return words
    .map((word, i) =>
      isLong && i < last ? `(?:${escaped(word)}|${escaped(word.charAt(0))}\\.)` : escaped(word),
    )
    .join(`${BETWEEN}${isLong ? '{0,4}' : '{1,4}'}`);
}

/** “Đào” after a title, “Thị Đào” anywhere; with its marks and capitals, since these are words of the language. */
function lastNames(name: string): string[] {
  const words = name.split(/\s+/).filter((word) => /^\p{L}+$/u.test(word));
  if (words.length === 0) return [];
  return words.length > 2 ? [words.slice(-2).join(' '), words.slice(-1).join('')] : words.slice(-1);
}

function partPlaces(text: string, part: string, kind: FoundKind): FoundPlace[] {
  const words = part
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(escaped);
  if (words.length === 0) return [];
  const spelled = [words.join('\\s+'), words.join('\\s+').toUpperCase()].join('|');
  if (words.length > 1) return matches(text, whole(spelled), kind);
  const titled = `(?<=(?<!\\p{L})(?:${bothCases(TITLES)})\\s+)(?:${spelled})(?!\\p{L})`;
  return matches(text, new RegExp(titled, 'gu'), kind);
}

const bothCases = (words: string): string =>
  words
    .split('|')
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
    .join('|');

/** A telephone number by its digits, whatever stands between them, with or without 0 or +84 before. */
export function ownPhonePlaces(text: string, phone: string): FoundPlace[] {
  const digits = plain(phone)
    .replace(/\D/g, '')
    .replace(/^(?:00)?84(?=\d{8})|^0+/, '');
  if (digits.length < 7) return [];
  const gap = '[\\s.,()_/–-]{0,3}';
  const abroad = `\\(?(?:\\+ ?|00)?84${gap}(?:\\(?0\\)?${gap})?`;
  const pattern = `(?<!\\d)(?:${abroad}|\\(?0\\)?${gap})?${Array.from(digits).join(gap)}(?!\\d)`;
  return matches(text, new RegExp(pattern, 'gu'), 'phone', true);
}

/** A mailbox, also with blanks or “(at)” in it. */
export function ownEmailPlaces(text: string, email: string | null): FoundPlace[] {
  const [local = '', domain = ''] = folded(plain(email ?? ''))
    .trim()
    .split('@');
  if (local === '' || domain === '') return [];
  const host = domain.split('.').map(escaped).join(' ?\\. ?');
  const pattern = `${escaped(local)} ?(?:@|\\(a\\)|\\(at\\)|\\[at\\]) ?${host}`;
  return matches(folded(text), whole(pattern), 'email', true);
}
