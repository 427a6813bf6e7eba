import { fold } from '../platform/kernel/fold.js';

/*
 * Texts changed unit by unit, so that a place in the changed text is the same place in the text.
 */

/** Other alphabets' crossed D, as old Vietnamese fonts and keyboards wrote it: to the eye the same letter. */
const CROSSED: Readonly<Record<string, string>> = {
  '\u00d0': 'Đ',
  '\u0189': 'Đ',
  '\u00f0': 'đ',
  '\u0256': 'đ',
};

/** @returns the text with wide digits, unusual blanks, foreign crossed letters and the like as ordinary ones. */
export function plain(text: string): string {
  return eachUnit(text, plainUnits, (unit) => CROSSED[unit] ?? unit.normalize('NFKC'));
}

/** @returns the text without marks and capitals. */
export function folded(text: string): string {
  return eachUnit(text, foldedUnits, fold);
}

/** Units once looked up; there are 65.536 at most. */
const plainUnits = new Map<string, string>();
const foldedUnits = new Map<string, string>();

function eachUnit(text: string, known: Map<string, string>, change: (unit: string) => string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const before = known.get(unit);
    const changed = before ?? change(unit);
    const kept = changed.length === 1 ? changed : unit;
    if (before === undefined) known.set(unit, kept);
    result += kept;
  }
  return result;
}

/** @returns the words of a name or an address, folded: letters and digits apart from everything else. */
export function foldedWords(text: string): string[] {
  return folded(plain(text.normalize('NFC'))).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
