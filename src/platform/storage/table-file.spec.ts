import { describe, expect, it } from '@jest/globals';
import { type FileRow, TableFile } from './table-file.js';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
  await Promise.resolve();
}
async function rowsOf(content: string | Buffer, size = 65_536, table = new TableFile()): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const row of table.rowsOf(pieces(Buffer.from(content), size))) rows.push(row);
  return rows;
}
const cells = async (content: string | Buffer, size?: number): Promise<(readonly string[])[]> =>
  (await rowsOf(content, size)).map((row) => row.cells);
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** What Windows-1258 makes of this text: letters and marks apart. */
const IN_1258 = Buffer.from([
  ...Buffer.from('ma,ten\n1,Th'),
  ...[0xf9, 0x20, 0x74, 0xfd],
  ...[0x63, 0x20, 0x64, 0xe2, 0xec, 0x74, 0x20, 0xf0, 0x61, 0x69], // dất đai: â, then the mark
]);
const TEXT = 'mã;tên\n1;Thủ tục “đất đai”\n';

describe('the encoding of a table', () => {
  it.each([1, 2, 3, 7, 65_536])('is found out in pieces of %i bytes', async (size) => {
    const wanted = [
      ['mã', 'tên'],
      ['1', 'Thủ tục “đất đai”'],
    ];
    for (const text of [TEXT, TEXT.normalize('NFD')]) {
      expect(await cells(Buffer.from(text), size)).toEqual(wanted);
      expect(await cells(Buffer.from(`\ufeff${text}`), size)).toEqual(wanted);
      expect(await cells(Buffer.from(`\ufeff${text}`, 'utf16le'), size)).toEqual(wanted);
      expect(await cells(swapped(`\ufeff${text}`), size)).toEqual(wanted);
    }
    expect(await cells(IN_1258, size)).toEqual([
      ['ma', 'ten'],
      ['1', 'Thù tưc dất đai'],
    ]);
  });

  it('is UTF-16 without a mark where every other byte is zero', async () => {
    expect(await cells(Buffer.from('ma,ten\n1,x\n', 'utf16le'))).toHaveLength(2);
    expect(await cells(swapped('ma,ten\n1,x\n'))).toHaveLength(2);
  });

  it('tells how the file is written', async () => {
    const table = new TableFile();
    await rowsOf(IN_1258, 10, table);
    expect(table.form()).toEqual({ encoding: 'windows-1258', separator: ',' });
  });

  it.each([
    ['empty', Buffer.alloc(0), 'empty'],
    ['a ZIP', Buffer.from('504b030414000600080000', 'hex'), 'archive'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'compressed'],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'picture'],
    ['an old sheet', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldOffice'],
    ['a program', Buffer.from('7f454c460201010000000000000000000300', 'hex'), 'binary'],
    ['TCVN3', Buffer.from('Thñ tôc ®Êt ®ai, c¸c lo¹i, Uû ban nh©n d©n', 'latin1'), 'encoding'],
    ['UTF-8 that breaks later', Buffer.concat([Buffer.from('ế'.repeat(9000)), Buffer.of(0xff)]), 'encoding'],
  ])('is refused: %s', async (_, content, fault) => {
    await expect(rowsOf(content, 4096)).rejects.toMatchObject({ name: 'TableFault', fault });
  });
});

describe('the rows of a table', () => {
  it.each([',', ';', '\t', '|'])('are separated by %j', async (mark) => {
    expect(await cells(`a${mark}"b,;|c"\n1${mark}2\n`)).toEqual([
      ['a', 'b,;|c'],
      ['1', '2'],
    ]);
  });

  it("are separated as Excel's first line says", async () => {
    expect(await rowsOf('sep=;\na;b,c,d\n')).toEqual([{ line: 2, cells: ['a', 'b,c,d'], fault: null }]);
  });

  it('have the numbers of the lines on which they begin, whatever the line ends', async () => {
    for (const end of ['\n', '\r\n', '\r'])
      for (const size of [1, 5, 1000]) {
        const rows = await rowsOf(['a,b', '', '"x', 'y",2', '3,4'].join(end), size);
        expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
        expect(rows[1]?.cells).toEqual(['x\ny', '2']);
      }
  });

  it('go on after one whose quotation marks are not closed, wherever the next mark is', async () => {
    const rows = await rowsOf('a,b\n1,"x\n2,y\n3,"z\n4,"w"\n5,6\n7,"v\n8,9\n');
    expect(rows.map(({ line, fault }) => `${line}${fault ?? ''}`)).toEqual([
      '1',
      '2quotes',
      '3',
      '4quotes',
      '5',
      '6',
      '7quotes',
      '8',
    ]);
    expect(rows.at(-1)?.cells).toEqual(['8', '9']);
  });

  it('may have marks inside a cell', async () => {
    const rows = await rowsOf('a,b\n1,the "best" one\n2,"x"y\n3,4\n');
    expect(rows.map(({ cells: [, cell], fault }) => cell ?? fault)).toEqual([
      'b',
      'the "best" one',
      '"x"y',
      '4',
    ]);
  });

  it('are at fault where they are endless or have NUL', async () => {
    const rows = await rowsOf(`a,b\n1,${'x'.repeat(1_200_000)}\n2,\0\n3,4`);
    expect(rows.map(({ line, fault }) => `${line}${fault ?? ''}`)).toEqual(['1', '2longLine', '3nul', '4']);
  });

  it('keep formulas as the text they are', async () => {
    expect(await cells('a\n"=1+1"\n')).toEqual([['a'], ['=1+1']]);
  });
});
