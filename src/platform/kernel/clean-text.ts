/** Invisible characters that reorder or hide text: bidi embeddings, overrides, isolates and marks, zero width, BOM, tags. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
/** Control characters except tab and line feed; NUL among them (PostgreSQL refuses it). */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/**
 * Text as it is stored: NFC (macOS sends NFD), line ends as \n, without control and bidi characters,
 * lone surrogates replaced by U+FFFD, outer blanks trimmed.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .normalize('NFC')
    .trim();
}

/** Text of one line: as `cleanText`, with every run of blanks made one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** @returns how many characters a person counts: “ế” is one however it is composed, an emoji family is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}
