import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { FileFault } from './file-fault.js';
import { endOfZip } from './zip-directory.js';

/** Bytes at the end in which a reader looks for the end mark. */
const TAIL = 1_100;
/** Bounds of the look into packed objects: how many, and bytes of each and of all. */
const STREAMS = 2_000;
const STREAM = 4 * 1024 * 1024;
const STREAMS_BYTES = 64 * 1024 * 1024;
/** Actions that run something. Their names are never encrypted, and `/JS` never stands without `/JavaScript`. */
const RUNS = /\/(JavaScript|Launch|RichMedia)(?![A-Za-z0-9])/;

const unpacked = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate);

/**
 * PDF: the header is the very first thing, the end mark the last one, the cross-reference lies where the end says, and
 * nothing runs or unpacks by itself. The look for actions goes over everything that is not packed, and into packed
 * objects (`/ObjStm`, deflated) as far as the bounds allow; an encrypted document hides those from it.
 * @throws FileFault
 */
export async function checkPdf(bytes: Buffer): Promise<void> {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) throw new FileFault('mismatch');
  const end = bytes.lastIndexOf('%%EOF');
  if (end < bytes.length - TAIL) throw new FileFault('broken');
  if (endOfZip(bytes) >= 0) throw new FileFault('mismatch');
  if (!pointsToReferences(bytes, end) || !bytes.includes('/Root')) throw new FileFault('broken');
  const text = plain(bytes);
  if (RUNS.test(text)) throw new FileFault('active');
  if (await runsWithin(bytes, text)) throw new FileFault('active');
}

function pointsToReferences(bytes: Buffer, end: number): boolean {
  const trailer = bytes.toString('latin1', Math.max(0, end - TAIL), end);
  const offset = Number(/startxref\s+(\d{1,10})\s*$/.exec(trailer)?.[1] ?? NaN);
  if (!(offset > 0 && offset < bytes.length)) return false;
  return /^\s{0,8}(xref\b|\d+\s+\d+\s+obj\b)/.test(bytes.toString('latin1', offset, offset + 40));
}

/** Names may be written with escapes: `/J#61vaScript`. */
function plain(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

async function runsWithin(bytes: Buffer, text: string): Promise<boolean> {
  const named = text.match(/ObjStm/g)?.length ?? 0;
  let total = 0;
  let from = 0;
  for (let turn = 0; turn < Math.min(named, STREAMS) && total < STREAMS_BYTES; turn++) {
    const at = bytes.indexOf('ObjStm', from);
    // Spelled with escapes: there is no other reason for that than to hide it.
    if (at < 0) return true;
    const objects = await objectsBehind(bytes, at);
    total += objects?.length ?? 0;
    if (objects && RUNS.test(plain(objects))) return true;
    from = at + 6;
  }
  return false;
}

/** @returns what is packed in the stream whose dictionary has this name; null where it cannot be unpacked. */
async function objectsBehind(bytes: Buffer, at: number): Promise<Buffer | null> {
  const word = bytes.indexOf('stream', at);
  if (word < 0) return null;
  const start = word + (bytes[word + 6] === 13 ? 8 : 7);
  const stop = bytes.indexOf('endstream', start);
  const packed = bytes.subarray(start, stop < 0 ? bytes.length : stop);
  return unpacked(packed, { maxOutputLength: STREAM }).catch(() => null);
}
