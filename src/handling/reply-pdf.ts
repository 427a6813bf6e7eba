import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { writeJustified } from './justified-text.js';
import { dateLine, type ReplyLetter } from './reply-letter.js';

type Pdf = PDFKit.PDFDocument;

const MM = 72 / 25.4;
/** A4 and margins of Phụ lục I, Phần I, Mục I.2 NĐ 30/2020/NĐ-CP. */
const MARGINS = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 17 * MM };
/** Signature and recipients stay together on one page. */
const CLOSING_HEIGHT = 48 * MM;
const SIGNATURE_ROOM = 24 * MM;

const FONTS = { plain: '', bold: '-Bold', italic: '-Italic', boldItalic: '-BoldItalic' } as const;
const resolve = createRequire(import.meta.url).resolve;
let fontFiles: Readonly<Record<string, Buffer>> | null = null;

/** Read once: the fonts are a megabyte, the same for every reply. */
function fonts(): Readonly<Record<string, Buffer>> {
  fontFiles ??= Object.fromEntries(
    Object.entries(FONTS).map(([name, ending]) => [
      name,
      readFileSync(resolve(`dejavu-fonts-ttf/ttf/DejaVuSerifCondensed${ending}.ttf`)),
    ]),
  );
  return fontFiles;
}

/**
 * Draws a reply as the authority's document (NĐ 30/2020/NĐ-CP, Phụ lục I and the form of a công văn).
 * @returns a stream of PDF bytes; the caller pipes it on.
 */
export function replyPdf(letter: ReplyLetter): NodeJS.ReadableStream {
  const title = `Trả lời ${letter.code}: ${letter.about}`;
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: title, Author: letter.agency, CreationDate: new Date(letter.madeAt) },
  });
  for (const [name, file] of Object.entries(fonts())) pdf.registerFont(name, file);
  const printed = { ...letter, body: printable(letter.body), about: printable(letter.about) };
  drawHeading(pdf, printed);
  drawBody(pdf, printed);
  drawClosing(pdf, printed);
  drawEveryPage(pdf, printed);
  pdf.end();
  return pdf;
}

/** The fonts have every letter of Vietnamese, but not the sign of its money. */
const printable = (text: string): string => text.normalize('NFC').replaceAll('₫', 'đ').replaceAll('\t', ' ');

const widthOf = (pdf: Pdf): number => pdf.page.width - MARGINS.left - MARGINS.right;

interface Column {
  readonly x: number;
  readonly width: number;
}

/** Centred text in a column; @returns the y below it. */
function centred(
  pdf: Pdf,
  text: string,
  y: number,
  { x, width }: Column,
  font: string,
  size: number,
): number {
  pdf.font(font).fontSize(size).text(text, x, y, { width, align: 'center' });
  return pdf.y;
}

function rule(pdf: Pdf, { x, width }: Column, y: number, length: number): number {
  const start = x + (width - length) / 2;
  pdf
    .moveTo(start, y + 2)
    .lineTo(start + length, y + 2)
    .lineWidth(0.6)
    .stroke();
  return y + 8;
}

const PLACE = / (?=(?:TỈNH|THÀNH PHỐ|ĐẶC KHU|PHƯỜNG|XÃ) )/u;

/** An agency's name in capitals: where it needs two lines, the second begins with the place and keeps it whole. */
function nameLines(pdf: Pdf, name: string, { width }: Column): string {
  const capitals = name.toLocaleUpperCase('vi');
  pdf.font('bold').fontSize(11);
  if (pdf.widthOfString(capitals) <= width) return capitals;
  const broken = capitals.replace(PLACE, '\n');
  return broken.split('\n').every((line) => pdf.widthOfString(line) <= width) ? broken : capitals;
}

function drawHeading(
  pdf: Pdf,
  { superior, agency, number, about, place, day, recipient, recipientAddress }: ReplyLetter,
): void {
  const width = widthOf(pdf);
  const left = { x: MARGINS.left, width: width * 0.42 };
  const right = { x: MARGINS.left + width * 0.42, width: width * 0.58 };
  let y = MARGINS.top;
  if (superior !== null) y = centred(pdf, nameLines(pdf, superior, left), y, left, 'plain', 11);
  y = centred(pdf, nameLines(pdf, agency, left), y, left, 'bold', 11);
  y = rule(pdf, left, y, left.width * 0.4);
  y = centred(pdf, `Số: ${number ?? '…………'}`, y, left, 'plain', 12);
  const leftEnd = centred(pdf, `V/v trả lời: ${about}`, y + 2, left, 'plain', 11);
  y = centred(pdf, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', MARGINS.top, right, 'bold', 11);
  y = centred(pdf, 'Độc lập - Tự do - Hạnh phúc', y, right, 'bold', 12);
  y = rule(pdf, right, y, pdf.widthOfString('Độc lập - Tự do - Hạnh phúc'));
  const rightEnd = centred(pdf, dateLine(place, day), y + 4, right, 'italic', 12);
  const below = Math.max(leftEnd, rightEnd) + 18;
  const line = { x: MARGINS.left, width };
  pdf.y = centred(pdf, `Kính gửi: ${recipient}`, below, line, 'plain', 13) + 10;
  if (recipientAddress !== null)
    pdf.y = centred(pdf, `Địa chỉ: ${recipientAddress}`, pdf.y - 6, line, 'plain', 13) + 10;
}

function drawBody(pdf: Pdf, { body }: ReplyLetter): void {
  pdf.font('plain').fontSize(13);
  writeJustified(pdf, body, {
    x: MARGINS.left,
    width: widthOf(pdf),
    indent: 10 * MM,
    lineHeight: 18.5,
    paragraphGap: 6,
  });
}

function drawClosing(pdf: Pdf, { signatory, number }: ReplyLetter): void {
  if (pdf.y + CLOSING_HEIGHT > pdf.page.height - MARGINS.bottom) pdf.addPage();
  const width = widthOf(pdf);
  const top = pdf.y + 14;
  pdf.font('boldItalic').fontSize(11).text('Nơi nhận:', MARGINS.left, top);
  pdf.font('plain').fontSize(10).text('- Như trên;', MARGINS.left, pdf.y);
  pdf.text(`- Lưu: ${/\/[^/]*?-(.+)$/.exec(number ?? '')?.[1] ?? 'VT'}.`, MARGINS.left, pdf.y);
  const right = { x: MARGINS.left + width * 0.45, width: width * 0.55 };
  const y = centred(pdf, signatory.position.toLocaleUpperCase('vi') || ' ', top, right, 'bold', 12);
  centred(pdf, signatory.name || ' ', y + SIGNATURE_ROOM, right, 'bold', 13);
}

/** Page numbers from the second page on, in the upper margin; what it is, below; a draft says so across the page. */
function drawEveryPage(pdf: Pdf, { code, isDraft }: ReplyLetter): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at);
    const page = pdf.page;
    const line = { x: MARGINS.left, width: widthOf(pdf) };
    const { bottom } = page.margins;
    page.margins.bottom = 0; // or the line below would begin a page of its own
    if (at > start) centred(pdf, String(at + 1), MARGINS.top / 2, line, 'plain', 12);
    pdf.fillColor('#555555');
    centred(pdf, `Mã hồ sơ ${code} · trang ${at + 1}/${count}`, page.height - 12 * MM, line, 'plain', 9);
    if (isDraft) stamp(pdf);
    pdf.fillColor('black');
    page.margins.bottom = bottom;
  }
}

function stamp(pdf: Pdf): void {
  const { width, height } = pdf.page;
  centred(pdf, 'DỰ THẢO', 8 * MM, { x: MARGINS.left, width: 30 * MM }, 'bold', 13);
  pdf
    .save()
    .rotate(-50, { origin: [width / 2, height / 2] })
    .fillOpacity(0.08);
  centred(pdf, 'DỰ THẢO', height / 2 - 50, { x: 0, width }, 'bold', 90);
  pdf.restore();
}
