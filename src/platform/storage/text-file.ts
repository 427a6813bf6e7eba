import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { UsageError } from '../kernel/errors.js';

/** First bytes that tell what a file is, whatever it is called. */
const SIGNATURES: readonly (readonly [bytes: string, message: string])[] = [
  ['504b0304', 'is a ZIP archive (XLSX and DOCX are too): unpack it, or save it as text'],
  ['1f8b', 'is compressed with gzip: unpack it first'],
  ['fffe', 'is UTF-16: save it as UTF-8'],
  ['feff', 'is UTF-16: save it as UTF-8'],
  ['25504446', 'is a PDF document'],
];

/**
 * Looks at a file before anything is done with it: it is there, is a file, is not empty, and its first bytes are text.
 * @throws UsageError, one line that names the file and what is wrong with it.
 */
export async function checkTextFile(path: string): Promise<void> {
  const info = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${path} ${reasonOf(error)}`);
  });
  if (!info.isFile()) throw new UsageError(`${path} is not a file`);
  if (info.size === 0) throw new UsageError(`${path} is empty`);
  const head = await firstBytes(path);
  const known = SIGNATURES.find(([bytes]) => head.toString('hex').startsWith(bytes));
  if (known) throw new UsageError(`${path} ${known[1]}`);
  if (head.includes(0)) throw new UsageError(`${path} is not a text file (or is UTF-16: save it as UTF-8)`);
}

/**
 * The text of a file, piece by piece, without a byte order mark.
 * @throws UsageError where the bytes are not UTF-8, or the file cannot be read.
 */
export async function* readText(path: string): AsyncGenerator<string> {
  await checkTextFile(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new UsageError(`${path} is not UTF-8 text: save it as UTF-8`);
    }
  };
  for await (const bytes of createReadStream(path)) yield decode(bytes as Buffer);
  yield decode();
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw new UsageError(`${path} ${reasonOf(error)}`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as { code?: string };
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  return `cannot be read (${code ?? 'unknown fault'})`;
}
