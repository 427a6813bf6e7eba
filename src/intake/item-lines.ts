import { stringify } from 'csv-stringify/sync';
import { EXPORTED_COLUMNS, type ExportedRecord } from './item-record.js';

export const ITEM_FORMATS = ['csv', 'jsonl'] as const;
export type ItemFormat = (typeof ITEM_FORMATS)[number];

/** How a file of items begins, goes on, and is called. */
export interface ItemWriter {
  readonly mediaType: string;
  readonly head: string;
  lines(records: readonly ExportedRecord[]): string;
}

/** A cell that begins like this would be a formula to a spreadsheet, or looks as if it had been escaped. */
const RISKY = /^[=+\-@\t\r'＝＋－＠]/;
const ESCAPED = /^'(?=[=+\-@\t\r'＝＋－＠])/;
const BOM = '\uFEFF';

/** @returns the text with an apostrophe before it, where a spreadsheet would calculate; `plainCell` takes it away again. */
export function safeCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** @returns what `safeCell` was given; any other text stays as it is. */
export function plainCell(text: string): string {
  return text.replace(ESCAPED, '');
}

/** UTF-8 with BOM, commas, CRLF between rows, every cell in quotation marks. */
const CSV: ItemWriter = {
  mediaType: 'text/csv; charset=utf-8',
  head: BOM + csv([EXPORTED_COLUMNS]),
  lines: (records) => csv(records.map((record) => EXPORTED_COLUMNS.map((name) => safeCell(record[name])))),
};

/** One object a line. */
const JSONL: ItemWriter = {
  mediaType: 'application/jsonl; charset=utf-8',
  head: '',
  lines: (records) => records.map((record) => `${JSON.stringify(record)}\n`).join(''),
};

export const ITEM_WRITERS: Readonly<Record<ItemFormat, ItemWriter>> = { csv: CSV, jsonl: JSONL };

function csv(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: '\r\n', quoted: true });
}
