import { type Detector, isMoneyAt, matches } from './detector.js';
import { folded } from './plain-text.js';

const SEPARATED = '[ .()–-]{0,2}';
/** Mobile numbers of today (10 digits) and before 2018 (11), landlines with their area. */
const NATIONAL = ['3[2-9]', '5[25689]', '7[06-9]', '8[1-9]', '9\\d', '1[2689]\\d', '2\\d{1,2}']
  .map((prefix) => prefix.replace(/(?=\[|\\d)/g, SEPARATED))
  .join('|');
/** “ngày 03.02.2026 10 giờ” is none. */
const NO_DATE = '(?!\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d\\d(?!\\d))';
const PHONE = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\d[.,])${NO_DATE}\\(?(?:(?:\\+|00)?${SEPARATED}84${SEPARATED}(?:\\(?0\\)?)?|0)` +
    `${SEPARATED}(?:${NATIONAL})(?:${SEPARATED}\\d){6,8}(?!\\d)`,
  'gu',
);

/** Telephone numbers in all Vietnamese forms: +84, 84, 0, blanks, points, dashes, brackets between the digits. */
export const phones: Detector = (text) => {
  const asked = folded(text);
  return matches(text, PHONE, 'phone').filter(({ end }) => !isMoneyAt(asked, end));
};

const AT = ' ?(?:@|\\(a\\)|\\(at\\)|\\[at\\]) ?';
const EMAIL = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}${AT}[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+`,
  'giu',
);

/** Addresses for mail, also with “(at)” or blanks in them. */
export const emails: Detector = (text) => matches(text, EMAIL, 'email');
