import { inflateSync } from 'node:zlib';

/** What a program reads in a PDF: the words, page by page, and what the document says of itself. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly text: string;
  readonly title: string;
  readonly language: string;
  /** Glyph 0 of a font was drawn: a letter that the font does not have. */
  readonly hasGaps: boolean;
}

/** Reads documents that PDFKit has made: uncompressed objects, deflated streams, fonts with ToUnicode. */
export function readPdf(bytes: Buffer): ReadPdf {
  const file = bytes.toString('latin1');
  const objects = new Map(
    Array.from(file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm), ([, id = '', body = '']) => [id, body]),
  );
  const streamOf = (id: string): string => {
    const body = /stream\n([\s\S]*)\nendstream/.exec(objects.get(id) ?? '')?.[1] ?? '';
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
  };
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', id = ''] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
    if (map !== undefined) fonts.set(name, lettersOf(streamOf(map)));
  }
  let hasGaps = false;
  const pages = [...objects.values()]
    .filter((body) => /\/Type \/Page\b(?!s)/.test(body))
    .map((body) => {
      const words = wordsOf(streamOf(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? ''), fonts);
      hasGaps ||= words.hasGaps;
      return words.text;
    });
  const titled = /\/Title (\d+) 0 R/.exec(file)?.[1] ?? '';
  return {
    pages,
    text: pages.join('\n'),
    title: utf16Of(objects.get(titled) ?? ''),
    language: /\/Lang \(([^)]*)\)/.exec(file)?.[1] ?? '',
    hasGaps,
  };
}

/** The letters of one font by the hexadecimal numbers of its glyphs. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi)) {
    for (const [at, [, code = '']] of Array.from(list.matchAll(/<([\da-f ]*)>/gi)).entries()) {
      const glyph = (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0');
      letters.set(glyph, utf16(Buffer.from(code.replace(/ /g, ''), 'hex')));
    }
  }
  return letters;
}

function wordsOf(
  content: string,
  fonts: Map<string, Map<string, string>>,
): { text: string; hasGaps: boolean } {
  let font = new Map<string, string>();
  let text = '';
  let hasGaps = false;
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font;
    for (const [, glyphs = ''] of (shown ?? '').matchAll(/<([\da-f]*)>/g))
      for (const glyph of glyphs.match(/.{4}/g) ?? []) {
        hasGaps ||= glyph === '0000';
        text += font.get(glyph) ?? '';
      }
    if (shown !== undefined && !text.endsWith(' ')) text += '\n';
  }
  return { text, hasGaps };
}

const utf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString('utf16le');

/** A text of the document's own records: UTF-16 with its mark, in brackets, some bytes escaped. */
function utf16Of(body: string): string {
  const bare = body.slice(body.indexOf('(') + 1, body.lastIndexOf(')')).replace(/\\([\s\S])/g, '$1');
  return utf16(Buffer.from(bare, 'latin1').subarray(2));
}
