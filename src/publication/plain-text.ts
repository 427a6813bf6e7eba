import { fold } from '../platform/kernel/fold.js';

/*
 * Texts changed unit by unit, so that a place in the changed text is the same place in the text.
 */

/** @returns the text with wide digits, unusual blanks and the like as ordinary ones. */
export function plain(text: string): string {
  return eachUnit(text, (unit) => unit.normalize('NFKC'));
}

/** @returns the text without marks and capitals. */
export function folded(text: string): string {
  return eachUnit(text, fold);
}

function eachUnit(text: string, change: (unit: string) => string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const changed = change(text.charAt(i));
    result += changed.length === 1 ? changed : text.charAt(i);
  }
  return result;
}

/** @returns the words of a name or an address, folded: letters and digits apart from everything else. */
export function foldedWords(text: string): string[] {
  return folded(plain(text.normalize('NFC'))).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
