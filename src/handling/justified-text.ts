type Pdf = PDFKit.PDFDocument;

/** Where a text stands on its pages; all in points. */
export interface TextFrame {
  readonly x: number;
  readonly width: number;
  /** Of a paragraph's first line. */
  readonly indent: number;
  readonly lineHeight: number;
  readonly paragraphGap: number;
}

interface Line {
  readonly words: readonly string[];
  readonly indent: number;
  /** The last line of a paragraph is not stretched. */
  readonly isLast: boolean;
}

/**
 * Writes paragraphs with both edges even, over as many pages as they need, in the font that is set. PDFKit's own
 * justification leaves out the spaces, so that nobody could search or copy the words.
 */
export function writeJustified(pdf: Pdf, text: string, frame: TextFrame): void {
  for (const paragraph of text.split('\n')) {
    const words = paragraph.split(' ').filter(Boolean);
    if (words.length === 0) continue;
    for (const line of linesOf(pdf, words, frame)) {
      if (pdf.y + frame.lineHeight > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
      writeLine(pdf, line, frame);
      pdf.y += frame.lineHeight;
    }
    pdf.y += frame.paragraphGap;
  }
}

function linesOf(pdf: Pdf, words: readonly string[], { width, indent }: TextFrame): Line[] {
  const space = pdf.widthOfString(' ');
  const lines: Line[] = [];
  let line: string[] = [];
  let used = indent;
  for (const word of words.flatMap((one) => piecesOf(pdf, one, width - indent))) {
    const length = pdf.widthOfString(word);
    if (line.length > 0 && used + length > width) {
      lines.push({ words: line, indent: lines.length === 0 ? indent : 0, isLast: false });
      [line, used] = [[], 0];
    }
    line.push(word);
    used += length + space;
  }
  return [...lines, { words: line, indent: lines.length === 0 ? indent : 0, isLast: true }];
}

/** A word that is longer than a line, an address perhaps, is cut where the line ends. */
function piecesOf(pdf: Pdf, word: string, width: number): string[] {
  if (pdf.widthOfString(word) <= width) return [word];
  const pieces = [''];
  for (const letter of word) {
    const longer = `${pieces.at(-1) ?? ''}${letter}`;
    if (pdf.widthOfString(longer) > width) pieces.push(letter);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}

function writeLine(pdf: Pdf, { words, indent, isLast }: Line, { x, width }: TextFrame): void {
  const { y } = pdf;
  const taken = words.reduce((sum, word) => sum + pdf.widthOfString(word), 0);
  const even = (width - indent - taken) / Math.max(1, words.length - 1);
  const gap = isLast || words.length === 1 ? pdf.widthOfString(' ') : even;
  let at = x + indent;
  for (const word of words) {
    pdf.text(`${word} `, at, y, { lineBreak: false });
    at += pdf.widthOfString(word) + gap;
  }
  pdf.y = y;
}
