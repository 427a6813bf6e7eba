import { FileFault } from './file-fault.js';

const MAGIC = 'd0cf11e0a1b11ae1';
const END = 0xfffffffe;
const MINI = 64;

/** A storage (folder) or stream (file) in a compound file. */
export interface CompoundEntry {
  readonly name: string;
  readonly kind: 'storage' | 'stream' | 'root';
  readonly start: number;
  readonly size: number;
}

/**
 * The directory of a compound file (MS-CFB), which old Office documents are. Every chain of sectors is bounded by
 * the file's own length, so that a circle is a fault and not a loop.
 */
export class CompoundFile {
  readonly entries: readonly CompoundEntry[];
  private readonly sector: number;
  private readonly fat: readonly number[];

  /** @throws FileFault broken */
  constructor(private readonly bytes: Buffer) {
    const shift = bytes.length < 1_536 ? 0 : bytes.readUInt16LE(30);
    if (bytes.toString('hex', 0, 8) !== MAGIC || (shift !== 9 && shift !== 12)) throw new FileFault('broken');
    this.sector = 2 ** shift;
    this.fat = this.table(this.fatSectors());
    this.entries = this.directory();
  }

  /** @param most bytes to read from its beginning */
  read({ start, size }: CompoundEntry, most: number): Buffer {
    const length = Math.min(size, most);
    if (size >= this.bytes.readUInt32LE(56)) return this.chain(start, length).subarray(0, length);
    const root = this.entries.find(({ kind }) => kind === 'root');
    if (!root) throw new FileFault('broken');
    const small = this.chain(root.start, root.size);
    const next = this.numbers(this.chain(this.bytes.readUInt32LE(60), Infinity));
    const pieces: Buffer[] = [];
    for (let at = start; at < END && pieces.length * MINI < length; at = next[at] ?? END) {
      pieces.push(small.subarray(at * MINI, (at + 1) * MINI));
    }
    return Buffer.concat(pieces).subarray(0, length);
  }

  private directory(): CompoundEntry[] {
    const listed = this.chain(this.bytes.readUInt32LE(48), Infinity);
    const entries: CompoundEntry[] = [];
    for (let at = 0; at + 128 <= listed.length; at += 128) {
      const type = listed[at + 66];
      const kind = type === 5 ? 'root' : type === 1 ? 'storage' : 'stream';
      if (type !== 1 && type !== 2 && type !== 5) continue;
      const length = Math.max(0, Math.min(64, listed.readUInt16LE(at + 64)) - 2);
      const name = listed.toString('utf16le', at, at + length);
      entries.push({ name, kind, start: listed.readUInt32LE(at + 116), size: listed.readUInt32LE(at + 120) });
    }
    return entries;
  }

  /** Sectors of the table that chains sectors: 109 in the header, further ones in a chain of their own. */
  private fatSectors(): number[] {
    const found = this.numbers(this.bytes.subarray(76, 512));
    let next = this.bytes.readUInt32LE(68);
    for (let turn = 0; next < END && turn < 1_000; turn++) {
      const more = this.numbers(this.at(next));
      next = more.pop() ?? END;
      found.push(...more);
    }
    return found.filter((number) => number < END);
  }

  private table(sectors: readonly number[]): number[] {
    if (sectors.length > this.bytes.length / this.sector) throw new FileFault('broken');
    return sectors.flatMap((number) => this.numbers(this.at(number)));
  }

  private chain(first: number, most: number): Buffer {
    const pieces: Buffer[] = [];
    const bound = this.bytes.length / this.sector;
    for (let at = first; at < END && pieces.length * this.sector < most; at = this.fat[at] ?? END) {
      if (pieces.length > bound) throw new FileFault('broken');
      pieces.push(this.at(at));
    }
    return Buffer.concat(pieces);
  }

  private at(number: number): Buffer {
    const start = (number + 1) * this.sector;
    if (start >= this.bytes.length) throw new FileFault('broken');
    return this.bytes.subarray(start, start + this.sector);
  }

  private numbers(bytes: Buffer): number[] {
    return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(i * 4));
  }
}
