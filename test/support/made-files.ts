import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Files as people send them, and as nobody should: all made here, none found anywhere. */

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const MAIN = {
  docx: ['word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`],
  xlsx: ['xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet.main+xml`],
} as const;

/** Red to the left, blue to the right; so that its turning can be seen. */
export async function picture(width = 40, height = 20): Promise<Sharp> {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: '#ff0000' };
  const red = await sharp({ create: half }).png().toBuffer();
  const base = sharp({ create: { width, height, channels: 3, background: '#0000ff' } });
  return base.composite([{ input: red, left: 0, top: 0 }]);
}

export async function jpeg(): Promise<Buffer> {
  return (await picture()).jpeg().toBuffer();
}

/** Lies on its side, as telephones store it, and says where it was taken. */
export async function jpegWithPlace(): Promise<Buffer> {
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '22/1 25/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '105/1 59/1 0/1',
  };
  const exif = { IFD0: { Make: 'Phone', Orientation: '6' }, IFD3: place };
  return (await picture()).withMetadata({ orientation: 6 }).withExif(exif).jpeg().toBuffer();
}

export async function png(): Promise<Buffer> {
  return (await picture()).png().toBuffer();
}

/** A PNG that says it is enormous; a few hundred bytes. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return pngOf([
    ['IHDR', header],
    ['IDAT', deflateSync(Buffer.alloc(1_000))],
    ['IEND', Buffer.alloc(0)],
  ]);
}

/** The chunk that makes a PNG move, in front of an ordinary picture. */
export async function animatedPng(): Promise<Buffer> {
  const still = await png();
  const animation = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]);
  return Buffer.concat([still.subarray(0, 33), chunk('acTL', animation), still.subarray(33)]);
}

function pngOf(chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, ...chunks.map(([type, data]) => chunk(type, data))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** One page without words. @param objects further ones, as they stand in the file */
export function pdf(objects: readonly (string | Buffer)[] = [], catalog = ''): Buffer {
  const parts = [
    Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
    Buffer.from(`1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`),
    Buffer.from('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    Buffer.from('3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n'),
    ...objects.map((object) => Buffer.from(object as string, 'latin1')),
  ];
  const body = Buffer.concat(parts);
  const table = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(table)]);
}

/** An object that is packed with others, where a plain search does not see it. */
export function packedObject(object: string): Buffer {
  const packed = deflateSync(Buffer.from(`4 0 ${object}`));
  const head = `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
}

export interface Member {
  readonly name: string;
  readonly data: Buffer | string;
  /** What the headers say it unpacks to, where they lie. */
  readonly size?: number;
  readonly encrypted?: boolean;
}

export function zip(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, data, size, encrypted = false } of members) {
    const bytes = Buffer.from(data as string);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

export interface OfficeChanges {
  readonly type?: string;
  readonly declared?: string;
  readonly more?: readonly Member[];
}

/** A document of one part. */
export function office(
  kind: 'docx' | 'xlsx',
  { type, declared = '', more = [] }: OfficeChanges = {},
): Buffer {
  const [part, main] = MAIN[kind];
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="${type ?? main}"/>${declared}</Types>`;
  const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`;
  return zip([
    { name: '[Content_Types].xml', data: types },
    { name: '_rels/.rels', data: relations },
    { name: part, data: '<?xml version="1.0"?><x/>' },
    ...more,
  ]);
}
