import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { DecodedText } from '../platform/storage/decoded-text.js';
import { TableFault } from '../platform/storage/table-fault.js';
import { TableFile } from '../platform/storage/table-file.js';
import { linesOf } from '../platform/storage/table-lines.js';
import { plainCell } from './item-lines.js';
import { type ItemRecord, itemRecord } from './item-record.js';

/** One item of a file, or why the line is none: a key under `partners.import.line`. */
export interface FileItem {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly record: ItemRecord | null;
  readonly fault: string | null;
}

/** Without these a table is about something else. */
const NEEDED = ['title', 'content'];
const TURN = 250;

/**
 * Reads a file of items in bounded memory: a table with a header (CSV and what `TableFile` takes besides), or JSON with
 * one object on each line, with or without the brackets and commas of a list around them.
 * @throws TableFault for what is neither; its name is `columns` in `ItemFileFault`, where the header misses something.
 */
export async function* itemsIn(path: string): AsyncGenerator<FileItem> {
  if (await looksLikeJson(path)) yield* jsonItems(path);
  else yield* tableItems(path);
}

/** The table's header lacks a column that every item needs. */
export class MissingColumns extends Error {
  override readonly name = 'MissingColumns';
}

async function looksLikeJson(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return /^\uFEFF?\s*[{[]/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}

async function* tableItems(path: string): AsyncGenerator<FileItem> {
  let header: readonly string[] | null = null;
  for await (const { line, cells, fault } of new TableFile().rowsOf(createReadStream(path))) {
    if (header === null) {
      header = cells.map((cell) => cell.trim());
      if (!NEEDED.every((name) => header?.includes(name))) throw new MissingColumns();
      continue;
    }
    const names = header;
    if (fault !== null) yield { line, record: null, fault };
    else if (cells.length > names.length) yield { line, record: null, fault: 'cells' };
    else {
      const pairs = cells.map((cell, at): [string, string] => [names[at] ?? '', plainCell(cell)]);
      yield { line, record: itemRecord(Object.fromEntries(pairs)), fault: null };
    }
  }
  if (header === null) throw new TableFault('empty');
}

async function* jsonItems(path: string): AsyncGenerator<FileItem> {
  let count = 0;
  for await (const { line, text, isTooLong } of linesOf(new DecodedText().of(createReadStream(path)))) {
    const bare = text
      .trim()
      .replace(/,$/, '')
      .replace(/^\[(?=\s*\{)|(?<=\})\s*\]$/g, '');
    if (['', '[', ']', '[]'].includes(bare)) continue;
    const record = isTooLong ? null : recordIn(bare);
    yield { line, record, fault: record === null ? (isTooLong ? 'longLine' : 'json') : null };
    if (++count % TURN === 0) await setImmediate();
  }
  if (count === 0) throw new TableFault('empty');
}

function recordIn(text: string): ItemRecord | null {
  try {
    const value: unknown = JSON.parse(text);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? itemRecord(value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
