import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { DecodedText } from './decoded-text.js';
import { linesOf, LONGEST_LINE, type TextLine } from './table-lines.js';
import type { TextEncoding } from './text-encoding.js';

/** `quotes`: a quotation mark that is not closed or stands where none may. */
export type RowFault = 'quotes' | 'longLine' | 'nul';

/** One row of a table. */
export interface FileRow {
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  /** Composed (NFC), otherwise as the file has them; empty where the row has a fault. */
  readonly cells: readonly string[];
  readonly fault: RowFault | null;
}

interface Draft {
  readonly line: number;
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly fault: RowFault | null;
}

/** How the file is written, for the person who sent it. */
export interface TableForm {
  readonly encoding: TextEncoding;
  readonly separator: string;
}

const SEPARATORS = [',', ';', '\t', '|'];
const BATCH = 250;
const MOST_LINES = 2_000;

/**
 * A table in a text file, read row by row in bounded memory: UTF-8, UTF-16 or Windows-1258; commas, semicolons, tabs
 * or bars. A row that cannot be read has a fault and the rows after it go on. Gives the process a turn between rows.
 */
export class TableFile {
  private readonly text = new DecodedText();
  private separator: string | null = null;

  /** Known when the first row has been read. */
  form(): TableForm {
    return { encoding: this.text.encoding ?? 'utf-8', separator: this.separator ?? ',' };
  }

  /**
   * Rows without those that are blank; the header, where there is one, is the first.
   * @throws TableFault when the file as a whole is no text.
   */
  async *rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FileRow> {
    let batch: Draft[] = [];
    for await (const draft of this.drafts(linesOf(this.text.of(bytes)))) {
      batch.push(draft);
      if (batch.length < BATCH) continue;
      yield* this.parsed(batch);
      batch = [];
      await setImmediate();
    }
    yield* this.parsed(batch);
  }

  /** Rows as their quotation marks bound them; what is not closed is its first line alone. */
  private async *drafts(lines: AsyncIterable<TextLine>): AsyncGenerator<Draft> {
    let open: TextLine[] = [];
    let length = 0;
    for await (const line of lines) {
      if (this.separator === null && line.line === 1 && this.isTold(line.text)) continue;
      this.separator ??= separatorOf(line.text);
      if (open.length === 0 && !hasOpenQuote(line)) {
        yield draftOf([line]);
        continue;
      }
      const closes = open.length > 0 && hasOpenQuote(line);
      open.push(line);
      length += line.text.length;
      if (closes) yield* this.settled(open);
      else if (length <= LONGEST_LINE && open.length <= MOST_LINES && !line.isTooLong) continue;
      else yield* this.reread(open);
      [open, length] = [[], 0];
    }
    if (open.length > 0) yield* this.reread(open);
  }

  /** Lines between two quotation marks are one row, where it is one. */
  private *settled(lines: readonly TextLine[]): Generator<Draft> {
    const draft = draftOf(lines);
    if (draft.fault === null && this.read(draft.text, false)?.length === 1) yield draft;
    else yield* this.reread(lines);
  }

  /** The first line is at fault; the others are rows of their own, whose marks may bound further ones. */
  private *reread(lines: readonly TextLine[]): Generator<Draft> {
    let rest = lines;
    while (rest.length > 0) {
      const [first, ...others] = rest as [TextLine, ...TextLine[]];
      if (!hasOpenQuote(first)) yield draftOf([first]);
      else if (rest !== lines && others.some(hasOpenQuote)) {
        const end = others.findIndex(hasOpenQuote) + 2;
        yield* this.settled(rest.slice(0, end));
        rest = rest.slice(end);
        continue;
      } else yield { ...draftOf([first]), fault: first.isTooLong ? 'longLine' : 'quotes' };
      rest = others;
    }
  }

  private *parsed(batch: readonly Draft[]): Generator<FileRow> {
    const sound = batch.filter(({ fault }) => fault === null);
    const rows = sound.length === 0 ? [] : this.rowsIn(sound);
    let next = 0;
    for (const { line, fault } of batch) {
      const cells = fault === null ? (rows[next++] ?? null) : [];
      if (cells?.every((cell) => cell.trim() === '') && fault === null) continue;
      if (cells === null) yield { line, cells: [], fault: 'quotes' };
      else if (cells.some((cell) => cell.includes('\0'))) yield { line, cells: [], fault: 'nul' };
      else yield { line, cells: cells.map((cell) => cell.normalize('NFC')), fault };
    }
  }

  /** All at once, because that is fast; one by one where one of them is at fault. */
  private rowsIn(drafts: readonly Draft[]): (string[] | null)[] {
    const rows = this.read(drafts.map(({ text }) => text).join('\n'), false);
    if (rows?.length === drafts.length) return rows;
    return drafts.map(({ text }) => this.cellsOf(text));
  }

  private cellsOf(text: string): string[] | null {
    if (text === '') return [];
    const rows = this.read(text, true);
    return rows?.length === 1 ? (rows[0] ?? null) : null;
  }

  private read(text: string, relaxed: boolean): string[][] | null {
    try {
      const delimiter = this.separator ?? ',';
      const how = { delimiter, relax_column_count: true, record_delimiter: '\n', relax_quotes: relaxed };
      return parse(text, how);
    } catch {
      return null;
    }
  }

  /** Excel's own first line, `sep=;`. */
  private isTold(text: string): boolean {
    const [, told] = /^"?sep=(.)"?$/i.exec(text) ?? [];
    if (told !== undefined) this.separator = told;
    return told !== undefined;
  }
}

function draftOf(lines: readonly TextLine[]): Draft {
  const [{ line } = { line: 0 }] = lines;
  const text = lines.map((one) => one.text).join('\n');
  const isTooLong = lines.some((one) => one.isTooLong) || text.length > LONGEST_LINE;
  return { line, text, lines, fault: isTooLong ? 'longLine' : null };
}

function hasOpenQuote({ text }: TextLine): boolean {
  let isOpen = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

/** The one that the first line has most often outside quotation marks. */
function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
