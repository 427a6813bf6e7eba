import { type Detector, matches } from './detector.js';
import type { FoundPlace } from './found-place.js';
import { folded } from './plain-text.js';

const NO = '(?:[a-z]{0,2}\\d{1,4}[a-z]{0,2}(?:[/-]\\d{1,4}[a-z]{0,2}){0,5})(?![\\p{L}\\p{N}/])';
const WAY = '(?:ngo|ngach|hem|kiet)';
const STREET = `(?:${WAY}|duong|pho|dai lo|quoc lo|to dan pho|khu pho|to|thon|xom|ap|ban)`;

/** Of folded text. A bare “số 5” is no house: decrees and articles have numbers too. */
const PATTERNS: readonly RegExp[] = [
  `(?:so nha|nha so|can ho(?: so)?|sn|s/n)[ .:]{0,3}${NO}`,
  `${WAY} (?:so )?${NO}`,
  `nha \\d{1,4}[a-z]{0,2}(?:/\\d{1,4}[a-z]{0,2}){1,5}(?![\\p{L}\\p{N}/])`,
  `(?:so |nha )?${NO}(?=[ ,]{1,3}${STREET} )`,
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}/.-])${pattern}`, 'gu'));

/** “ở số 15 Trần Phú”, “địa chỉ: 15 Trần Phú”: the number before a name, where the words say that it is a place. */
const AT_NAME =
  /(?<!\p{L})(?:ở|tại|trú tại|thường trú|địa chỉ|địa chỉ là)[ :]{1,3}(?<it>(?:số |nhà )?\d{1,4}[A-Za-z]{0,2}(?:\/\d{1,4}[A-Za-z]{0,2}){0,5}) (?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll})/dgu;
/** What has a number and is no house. */
const NO_HOUSE =
  /^(?:so |nha )?\d{1,4}[ ,]{1,3}(?:to|ban|pho) (?:ban do|trinh|cao|chuc|hop|tich|sung|ke|khai)/;

/** Numbers of houses, flats and lanes; parts of one address are one place. */
export const houses: Detector = (text) => {
  const asked = folded(text);
  const found = PATTERNS.flatMap((pattern) => matches(asked, pattern, 'house'))
    .filter(({ start, end }) => !NO_HOUSE.test(asked.slice(start, end + 12)))
    .concat(matches(text, AT_NAME, 'house'));
  return joined(found, text);
};

function joined(found: readonly FoundPlace[], text: string): FoundPlace[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  return inOrder.reduce<FoundPlace[]>((places, place) => {
    const last = places.at(-1);
    if (!last || !/^[ ,]{0,3}$/.test(text.slice(last.end, place.start))) return [...places, place];
    return [...places.slice(0, -1), { ...last, end: Math.max(last.end, place.end) }];
  }, []);
}
