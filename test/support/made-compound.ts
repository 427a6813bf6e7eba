const FREE = 0xffffffff;
const END = 0xfffffffe;
const SECTOR = 512;

export interface Stream {
  readonly name: string;
  /** Null: a storage. */
  readonly data: Buffer | null;
}

/** A compound file (old Office) with these streams side by side, each at least 4 KB so that it lies in sectors of its own. */
export function compound(streams: readonly Stream[]): Buffer {
  const table: number[] = [FREE];
  const sectors: Buffer[] = [Buffer.alloc(SECTOR)];
  const place = (data: Buffer): number => {
    const first = sectors.length;
    for (let at = 0; at < data.length; at += SECTOR) {
      const piece = Buffer.alloc(SECTOR);
      data.copy(piece, 0, at, at + SECTOR);
      table[sectors.length] = at + SECTOR < data.length ? sectors.length + 1 : END;
      sectors.push(piece);
    }
    return first;
  };
  const listed = streams.map(({ name, data }) => {
    const padded = data && Buffer.concat([data, Buffer.alloc(Math.max(0, 4_096 - data.length))]);
    return entry(name, padded ? 2 : 1, padded ? place(padded) : 0, padded?.length ?? 0);
  });
  const directory = Buffer.concat([entry('Root Entry', 5, END, 0), ...listed]);
  const start = place(
    Buffer.concat([directory, Buffer.alloc(((4 - ((listed.length + 1) % 4)) * 128) % SECTOR)]),
  );
  table[0] = 0xfffffffd;
  Array.from({ length: SECTOR / 4 }, (_, i) => sectors[0]?.writeUInt32LE(table[i] ?? FREE, i * 4));
  return Buffer.concat([header(start), ...sectors]);
}

function header(directory: number): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  bytes.write('d0cf11e0a1b11ae1', 0, 'hex');
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(directory, 48);
  bytes.writeUInt32LE(4_096, 56);
  bytes.writeUInt32LE(END, 60);
  bytes.writeUInt32LE(END, 68);
  for (let i = 0; i < 109; i++) bytes.writeUInt32LE(i === 0 ? 0 : FREE, 76 + i * 4);
  return bytes;
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes[66] = type;
  bytes.writeUInt32LE(FREE, 68);
  bytes.writeUInt32LE(FREE, 72);
  bytes.writeUInt32LE(FREE, 76);
  bytes.writeUInt32LE(start >>> 0, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

/** @returns a Word document: the beginning of its main stream. */
export function doc(more: readonly Stream[] = [], flags = 0): Buffer {
  const content = Buffer.alloc(64);
  content.writeUInt16LE(0xa5ec, 0);
  content.writeUInt16LE(flags, 10);
  return compound([{ name: 'WordDocument', data: content }, ...more]);
}

/** @param kinds of sheets: 0 a sheet, 1 a sheet of Excel 4 macros */
export function xls(kinds: readonly number[] = [0], more: readonly Stream[] = [], name = 'Workbook'): Buffer {
  const record = (type: number, data: readonly number[]): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, Buffer.from(data)]);
  };
  const sheets = kinds.map((kind) => record(0x0085, [0, 0, 0, 0, 0, kind, 1, 0, 0x41]));
  const book = Buffer.concat([record(0x0809, [0, 6, 5, 0]), ...sheets, record(0x000a, [])]);
  return compound([{ name, data: book }, ...more]);
}
