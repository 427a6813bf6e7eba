/** Invisible characters that reorder or hide text: bidi embeddings, overrides, isolates and marks, zero width, BOM, tags. */
const INVISIBLE = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Letters and marks that nobody sees: a title of them would be none. Selectors of emoji (FE0F) are not among them. */
const UNSEEN = /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFFA0]/gu;
/** Control characters except tab and line feed; NUL among them (PostgreSQL refuses it). */

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/**
 * Text as it is stored: NFC (macOS sends NFD), line ends as \n, without control and bidi characters,
 * lone surrogates replaced by U+FFFD, outer blanks trimmed.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(UNSEEN, '')
    .replace(CONTROL, '')
    .normalize('NFC')
    .trim();
}

/** Text of one line: as `cleanText`, with every run of blanks made one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Segmenting costs the square of the text's length, so a long text is segmented slice by slice. */
const SLICE = 512;

/** @returns how many characters a person counts: “ế” is one however it is composed, an emoji family is one. */
export function countCharacters(text: string): number {
  let count = 0;
  let start = 0;
  for (let size = SLICE; start < text.length;) {
    const end = start + size;
    const slice = text.slice(start, isPair(text, end - 1) ? end - 1 : end);
    const starts = Array.from(segmenter.segment(slice), (segment) => segment.index);
    if (end >= text.length) return count + starts.length;
    // The last character may go on beyond the slice: it is counted with the next one.
    const last = starts.at(-1) ?? 0;
    count += starts.length - 1;
    size = last === 0 ? size * 2 : SLICE;
    start += last;
  }
  return count;
}

/** @returns whether a surrogate pair begins at the index: a slice must not end inside one. */
function isPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}
