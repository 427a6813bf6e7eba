import { fold } from '../platform/kernel/fold.js';

/** What is known of the submitter and must never be published. */
export interface Secrets {
  readonly name: string;
  readonly address: string;
}

/** Digits as people write long numbers: blanks, points or dashes between them. */
const run = (first: string, more: string): RegExp => new RegExp(`(?<![\\d])${first}${more}(?!\\d)`, 'g');
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PHONE = run('(?:\\+?84|0)', '(?:[ .-]?\\d){9,10}');
/** Identity cards have 12 digits, the older ones 9; an amount of money is none. */
const IDENTITY = run('\\d', '(?:(?:[ .]?\\d){11}|(?:[ .]?\\d){8})(?![ ]?(?:đồng|đ\\b|vnđ|vnd))');

export const MASKS = {
  email: '[đã ẩn thư điện tử]',
  phone: '[đã ẩn số điện thoại]',
  identity: '[đã ẩn số giấy tờ]',
  name: '[đã ẩn tên]',
  address: '[đã ẩn địa chỉ]',
} as const;

/**
 * Takes out of a text what a machine can be sure of: mail addresses, telephone and identity numbers, and the
 * submitter's own name and address in any case, with or without diacritics. An officer reads the rest.
 */
export function maskPersonal(text: string, { name, address }: Secrets): string {
  const masked = text
    .replace(EMAIL, MASKS.email)
    .replace(PHONE, MASKS.phone)
    .replace(IDENTITY, MASKS.identity);
  return maskWords(maskWords(masked, address, MASKS.address), name, MASKS.name);
}

/** One word alone (“Lan”, “Hoa”) also means other things: it would tear holes into the text. */
function maskWords(text: string, secret: string, mask: string): string {
  const words = foldEach(secret.normalize('NFC').trim()).split(/\s+/);
  if (words.length < 2) return text;
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+');
  const matcher = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu');
  const folded = foldEach(text);
  let result = '';
  let from = 0;
  for (const { index, 0: found } of folded.matchAll(matcher)) {
    result += text.slice(from, index) + mask;
    from = index + found.length;
  }
  return result + text.slice(from);
}

/** Folds unit by unit, so that places in the folded text are places in the text. */
function foldEach(text: string): string {
  return Array.from({ length: text.length }, (_, i) => foldUnit(text.charAt(i))).join('');
}

function foldUnit(unit: string): string {
  const folded = fold(unit);
  return folded.length === 1 ? folded : unit;
}
