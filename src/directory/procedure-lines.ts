import { UsageError } from '../platform/kernel/errors.js';
import { readText } from '../platform/storage/text-file.js';
import { readProcedureRows, type TableRow } from './procedure-rows.js';

/** A line this long is no procedure: the longest known has some 60.000 characters. */
const LONGEST = 5_000_000;

/**
 * Reads the portal's procedures from a file: a CSV table, or JSON lines, of which each is an object with the same
 * columns and the whole text.
 * @throws UsageError in one line when it is neither, or is cut off.
 */
export async function* readProcedureFile(path: string): AsyncGenerator<TableRow> {
  yield* (await beginsAnObject(path)) ? readObjects(path) : readProcedureRows(path);
}

async function beginsAnObject(path: string): Promise<boolean> {
  for await (const text of readText(path)) if (text.trim() !== '') return text.trimStart().startsWith('{');
  return false;
}

async function* readObjects(path: string): AsyncGenerator<TableRow> {
  let line = 0;
  let last: TableRow | null = null;
  for await (const text of linesOf(path)) {
    line++;
    if (text.trim() === '') continue;
    if (last) yield last;
    last = readObject(text, line);
  }
  // Only the last line can be half of one.
  if (last?.fault === NOT_JSON)
    throw new UsageError(`${path} is not JSON lines, or is cut off, in line ${last.line}`);
  if (last) yield last;
}

const NOT_JSON = 'is not JSON';

function readObject(text: string, line: number): TableRow {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { line, row: null, fault: 'is not an object' };
    const texts = Object.entries(value).filter(([, cell]) => typeof cell === 'string');
    return { line, row: Object.fromEntries(texts), fault: '' };
  } catch {
    return { line, row: null, fault: NOT_JSON };
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let held = '';
  for await (const text of readText(path)) {
    const lines = (held + text).split('\n');
    held = lines.pop() ?? '';
    if (held.length > LONGEST) throw new UsageError(`${path} is not JSON lines: one of them never ends`);
    yield* lines;
  }
  if (held !== '') yield held;
}
