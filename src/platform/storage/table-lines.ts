/** Lines of a text, with numbers from 1. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
  /** Longer than anything a table says: the text is its beginning. */
  readonly isTooLong: boolean;
}

/** Characters of one line, or of one row over several lines. */
export const LONGEST_LINE = 1_000_000;

/**
 * Splits text into lines, whatever its line ends. A line that never ends is read past, not kept.
 * @param longest characters of a line that are kept.
 */
export async function* linesOf(
  texts: AsyncIterable<string>,
  longest = LONGEST_LINE,
): AsyncGenerator<TextLine> {
  let line = 1;
  let held = '';
  let isTooLong = false;
  for await (const text of whole(texts)) {
    const parts = text.split(/\r\n|\r|\n/);
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      const full: string = isTooLong ? held : held + part;
      yield { line, text: full.slice(0, longest), isTooLong: isTooLong || full.length > longest };
      [line, held, isTooLong] = [line + 1, '', false];
    }
    if (isTooLong) continue;
    held += rest;
    isTooLong = held.length > longest;
    if (isTooLong) held = held.slice(0, longest);
  }
  if (held !== '') yield { line, text: held, isTooLong };
}

/** A line end of two characters that lies across two pieces is one. */
async function* whole(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    const all = held + text;
    held = all.endsWith('\r') ? '\r' : '';
    yield held === '' ? all : all.slice(0, -1);
  }
  if (held !== '') yield held;
}
