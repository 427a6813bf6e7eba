import { crc32, createInflateRaw } from 'node:zlib';
import { FileFault } from './file-fault.js';

/** A member of an archive, as both of its headers say. */
export interface ZipEntry {
  readonly name: string;
  /** 0: as it is, 8: deflated. */
  readonly method: number;
  readonly packed: number;
  /** Bytes, unpacked. */
  readonly size: number;
  readonly crc: number;
  /** Where its own header begins. */
  readonly header: number;
  /** Where the packed bytes begin. */
  readonly start: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
/** Bytes between two members. */
const SLACK = 64;
const MOST_ENTRIES = 3_000;
/** Bytes, all members together: a large sheet is some 50 MB of XML. */
const MOST_UNPACKED = 150 * 1024 * 1024;

/** @returns where the archive's end record lies; -1 where the bytes do not end as an archive does. */
export function endOfZip(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - 0xffff);
  for (let at = bytes.length - END_SIZE; at >= first; at--) {
    if (bytes.readUInt32LE(at) !== END) continue;
    if (at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return -1;
}

/**
 * Reads an archive's directory and believes none of it unproved: it is the whole file, its members lie one behind
 * another, both headers of each agree, and together they stay within bounds.
 * @throws FileFault broken, encrypted, or unpacks (to far too much), before anything is unpacked
 */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = endOfZip(bytes);
  if (end < 0) throw new FileFault('broken');
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) throw new FileFault('unpacks');
  if (count === 0 || directory + bytes.readUInt32LE(end + 12) !== end) throw new FileFault('broken');
  const entries: ZipEntry[] = [];
  let at = directory;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw new FileFault('broken');
    entries.push(entryAt(bytes, at, directory));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED) throw new FileFault('unpacks');
  if (at !== end || !liesInOrder(entries, directory) || hasTwins(entries)) throw new FileFault('broken');
  return entries;
}

function entryAt(bytes: Buffer, at: number, directory: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const local = bytes.readUInt32LE(at + 42);
  const name = textAt(bytes, at + 46, bytes.readUInt16LE(at + 28));
  if ((flags & 1) === 1) throw new FileFault('encrypted');
  if (method !== 0 && method !== 8) throw new FileFault('broken');
  if (local + 30 > directory || bytes.readUInt32LE(local) !== LOCAL) throw new FileFault('broken');
  const nameLength = bytes.readUInt16LE(local + 26);
  const start = local + 30 + nameLength + bytes.readUInt16LE(local + 28);
  const packed = bytes.readUInt32LE(at + 20);
  const isTwofold = textAt(bytes, local + 30, nameLength) !== name;
  if (isTwofold || start + packed > directory) throw new FileFault('broken');
  const size = bytes.readUInt32LE(at + 24);
  return { name, method, packed, size, crc: bytes.readUInt32LE(at + 16), header: local, start };
}

/**
 * Members that share bytes are how few kilobytes become many gigabytes; bytes before, between and behind them belong
 * to something else. A few are honest: sizes written behind a member, padding.
 */
function liesInOrder(entries: readonly ZipEntry[], directory: number): boolean {
  const sorted = [...entries].sort((a, b) => a.header - b.header);
  let end = 0;
  for (const { header, start, packed } of sorted) {
    if (header < end || header > end + (end === 0 ? 0 : SLACK)) return false;
    end = start + packed;
  }
  return directory <= end + SLACK;
}

function hasTwins(entries: readonly ZipEntry[]): boolean {
  return new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length;
}

function textAt(bytes: Buffer, start: number, length: number): string {
  return bytes.toString('latin1', start, start + length);
}

/**
 * Unpacks a member, and no byte more than its header promises.
 * @param most bytes to keep; the rest is only counted and summed up
 * @throws FileFault broken, where it holds something else than its headers say
 */
export async function unpack(bytes: Buffer, entry: ZipEntry, most = 0): Promise<Buffer> {
  const kept: Buffer[] = [];
  const told = { size: 0, crc: 0 };
  for await (const piece of piecesOf(bytes.subarray(entry.start, entry.start + entry.packed), entry.method)) {
    if (told.size < most) kept.push(piece);
    told.size += piece.length;
    told.crc = crc32(piece, told.crc);
    if (told.size > entry.size) throw new FileFault('unpacks');
  }
  if (told.size !== entry.size || told.crc !== entry.crc) throw new FileFault('broken');
  return Buffer.concat(kept);
}

async function* piecesOf(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === 0) {
    yield packed;
    return;
  }
  const stream = createInflateRaw();
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('broken');
  } finally {
    stream.destroy();
  }
}
