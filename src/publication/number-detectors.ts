import { type Detector, isMoneyAt, matches } from './detector.js';
import { folded } from './plain-text.js';

/** 9 or 12 digits in a row, or in threes with blanks; with points only after a word for a card, since amounts have points. */
const IDENTITY =
  /(?<![\p{L}\p{N}.,/-])(?:\d{12}|\d{9}|\d{3}(?: \d{3}){3}|\d{3}(?: \d{3}){2})(?!\d)(?!(?: |[.,/-])\d)/gu;
const CARD =
  '(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|passport|bhxh|bhyt|bao hiem|mst|ma so thue)';
const NAMED_CARD = new RegExp(
  `(?<!\\p{L})${CARD}[\\p{L} :./(]{0,30}?(?<it>[a-z]{0,2}\\d(?:[ .–-]?\\d){5,13})(?!\\d)`,
  'dgu',
);

/** Numbers of identity cards (9 and 12 digits), and of what the text itself calls a card, passport or insurance. */
export const identities: Detector = (text) => {
  const asked = folded(text);
  const found = [...matches(asked, IDENTITY, 'identity'), ...matches(asked, NAMED_CARD, 'identity')];
  return found.filter(({ end }) => !isMoneyAt(asked, end));
};

const BANKS =
  'vietcombank|vcb|bidv|agribank|techcombank|vietinbank|mb ?bank|acb|sacombank|vpbank|tpbank|momo';
const ACCOUNT_WORDS = new RegExp(
  `(?<!\\p{L})(?:stk|s\\.?tk|so tk|tk|tai khoan|so the|account|chuyen khoan|ngan hang|${BANKS})(?!\\p{L})`,
  'gu',
);
const ACCOUNT = /(?<![\p{L}\p{N}/])\d(?:[ .–-]?\d){7,18}(?!\d)(?!\/)/gu;
const DATE = /^\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d/;
const AMOUNT = /^\d{1,3}(?:\.\d{3})+$/;
/** How far before a number, and after it, the word may stand. */
const NEAR = { before: 80, after: 40, at: 20 } as const;

/** 8 to 19 digits that stand near a word for an account. */
export const accounts: Detector = (text) => {
  const asked = folded(text);
  const words = matches(asked, ACCOUNT_WORDS, 'account');
  return matches(asked, ACCOUNT, 'account').filter(({ start, end }) => {
    const number = asked.slice(start, end);
    if (isMoneyAt(asked, end) || DATE.test(number)) return false;
    const before = AMOUNT.test(number) ? NEAR.at : NEAR.before;
    return words.some(
      (word) =>
        (word.end <= start && start - word.end <= before) ||
        (word.start >= end && word.start - end <= NEAR.after && !AMOUNT.test(number)),
    );
  });
};

/** `PAKN-26-7K3M9Q-4` in any spelling: with it and the telephone's last digits anybody reads the item. */
const TRACKING_CODE = /(?<![\p{L}\p{N}])PAKN[ –-]?\d{2}[ –-]?[0-9A-Z]{6,8}[ –-]?[0-9A-Z](?![\p{L}\p{N}])/giu;

/** Tracking codes, whosever they are. */
export const trackingCodes: Detector = (text) => matches(text, TRACKING_CODE, 'code', true);
