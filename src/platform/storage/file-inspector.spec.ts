import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inspection } from '../../../test/support/inspection.js';
import { doc, xls } from '../../../test/support/made-compound.js';
import { jpeg, office, packedObject, pdf, png, pngBomb, zip } from '../../../test/support/made-files.js';

let inspection: Inspection;
beforeAll(async () => {
  inspection = await Inspection.open();
});
afterAll(() => inspection.close());

const SCRIPT = '<< /S /JavaScript /JS (app.alert(1)) >>';
const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const relations = (type: string, target: string): { name: string; data: string } => ({
  name: 'word/_rels/settings.xml.rels',
  data: `<Relationships><Relationship Id="r" Type="http://x/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
});

describe('files that are what they say', () => {
  it.each([
    ['ảnh chụp.JPG', jpeg, 'image/jpeg'],
    ['a.jpeg', jpeg, 'image/jpeg'],
    ['a.png', png, 'image/png'],
    ['a.pdf', pdf, 'application/pdf'],
    ['packed.pdf', () => pdf([packedObject('<< /Type /Font >>')]), 'application/pdf'],
    [
      'a.docx',
      () => office('docx'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.xlsx', () => office('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    [
      'template.docx',
      () => office('docx', { more: [relations('attachedTemplate', 'file:///C:/Mau.dotx')] }),
      '',
    ],
    ['link.docx', () => office('docx', { more: [relations('hyperlink', 'https://example.gov.vn')] }), ''],
    ['a.doc', () => doc(), 'application/msword'],
    ['a.xls', () => xls(), 'application/vnd.ms-excel'],
    ['old.xls', () => xls([0, 0], [], 'Book'), 'application/vnd.ms-excel'],
  ] as const)('%s is taken', async (name, make, mediaType) => {
    const told = await inspection.look(name, await make());
    expect(told.name).toBe(name);
    if (mediaType !== '') expect(told.mediaType).toBe(mediaType);
  });
});

type Case = readonly [what: string, name: string, make: () => Buffer | string, fault: string];

const REFUSED: readonly Case[] = [
  ['nothing in it', 'a.pdf', () => Buffer.alloc(0), 'empty'],
  ['a page of the web', 'a.pdf', () => '<html><script>1</script>', 'mismatch'],
  ['something before its header', 'a.pdf', () => Buffer.concat([Buffer.from('MZ'), pdf()]), 'mismatch'],
  [
    'an archive behind it',
    'a.pdf',
    () => Buffer.concat([pdf(), zip([{ name: 'a', data: 'b' }])]),
    'mismatch',
  ],
  ['its end missing', 'a.pdf', () => pdf().subarray(0, 200), 'broken'],
  [
    'a wrong reference',
    'a.pdf',
    () =>
      Buffer.from(
        pdf()
          .toString('latin1')
          .replace(/(startxref\n)\d+/, '$17'),
        'latin1',
      ),
    'broken',
  ],
  ['a script', 'a.pdf', () => pdf([], `/OpenAction ${SCRIPT}`), 'active'],
  ['a script in other letters', 'a.pdf', () => pdf([], '/OpenAction << /S /J#61v#61Script >>'), 'active'],
  ['a script packed away', 'a.pdf', () => pdf([packedObject(SCRIPT)]), 'active'],
  [
    'a script packed away, in other letters',
    'a.pdf',
    () =>
      pdf([Buffer.from(packedObject(SCRIPT).toString('latin1').replace('/ObjStm', '/Obj#53tm'), 'latin1')]),
    'active',
  ],
  [
    'a program that is started',
    'a.pdf',
    () => pdf([], '/OpenAction << /S /Launch /F (cmd.exe) >>'),
    'active',
  ],
  ['a sheet', 'a.docx', () => office('xlsx'), 'mismatch'],
  ['no document at all', 'a.docx', () => zip([{ name: 'a.txt', data: 'b' }]), 'mismatch'],
  ['a type with macros', 'a.docx', () => office('docx', { type: macroType }), 'macros'],
  ['macros', 'a.xlsx', () => office('xlsx', { more: [{ name: 'xl/vbaProject.bin', data: 'x' }] }), 'macros'],
  [
    'macros declared',
    'a.docx',
    () =>
      office('docx', {
        declared: '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      }),
    'macros',
  ],
  [
    'macros of Excel 4',
    'a.xlsx',
    () => office('xlsx', { more: [{ name: 'xl/macrosheets/sheet1.xml', data: 'x' }] }),
    'macros',
  ],
  [
    'words that mean another',
    'a.docx',
    () => office('docx', { declared: '<!-- macroEn&#97;bled -->' }),
    'broken',
  ],
  [
    'controls that run',
    'a.docx',
    () => office('docx', { more: [{ name: 'word/activeX/activeX1.bin', data: 'x' }] }),
    'active',
  ],
  [
    'a template from elsewhere',
    'a.docx',
    () => office('docx', { more: [relations('attachedTemplate', 'https://evil.example/a.dotm')] }),
    'active',
  ],
  [
    'more than is good',
    'a.xlsx',
    () => office('xlsx', { more: [{ name: 'xl/big.xml', data: 'x', size: 200_000_000 }] }),
    'unpacks',
  ],
  [
    'more than it says',
    'a.xlsx',
    () => office('xlsx', { more: [{ name: 'xl/big.xml', data: Buffer.alloc(5_000_000), size: 10 }] }),
    'unpacks',
  ],
  [
    'far too many parts',
    'a.docx',
    () => office('docx', { more: Array.from({ length: 3_001 }, (_, i) => ({ name: `p${i}`, data: '' })) }),
    'unpacks',
  ],
  [
    'the same part twice',
    'a.docx',
    () => office('docx', { more: [{ name: 'WORD/document.xml', data: 'x' }] }),
    'broken',
  ],
  [
    'a password',
    'a.docx',
    () => office('docx', { more: [{ name: 'x', data: 'x', encrypted: true }] }),
    'encrypted',
  ],
  [
    'something in front',
    'a.docx',
    () => Buffer.concat([zip([{ name: 'a', data: 'b' }]), office('docx')]),
    'broken',
  ],
  ['its end missing', 'a.docx', () => office('docx').subarray(0, -30), 'broken'],
  ['VBA', 'a.doc', () => doc([{ name: 'Macros', data: null }]), 'macros'],
  ['VBA', 'a.xls', () => xls([0], [{ name: '_VBA_PROJECT_CUR', data: null }]), 'macros'],
  ['macros of Excel 4', 'a.xls', () => xls([0, 1]), 'macros'],
  [
    'a wrapped program',
    'a.doc',
    () => doc([{ name: '\u0001Ole10Native', data: Buffer.from('MZ') }]),
    'active',
  ],
  ['a password', 'a.doc', () => doc([], 0x0100), 'encrypted'],
  [
    'a new document with a password',
    'a.doc',
    () => doc([{ name: 'EncryptedPackage', data: Buffer.from('x') }]),
    'encrypted',
  ],
  ['a sheet', 'a.doc', () => xls(), 'mismatch'],
  ['words', 'a.xls', () => doc(), 'mismatch'],
  [
    'an archive behind it',
    'a.doc',
    () => Buffer.concat([doc(), zip([{ name: 'a', data: 'b' }])]),
    'mismatch',
  ],
  ['a circle in its table', 'a.doc', () => circular(), 'broken'],
  ['its middle missing', 'a.doc', () => doc().subarray(0, 1_600), 'broken'],
  ['a program', 'a.exe', () => 'MZ', 'kind'],
  ['a program', 'a.pdf.exe', () => pdf(), 'kind'],
  ['no ending', 'pdf', () => pdf(), 'kind'],
  ['deflated words', 'a.doc', () => deflateSync('x'), 'mismatch'],
];

describe('documents', () => {
  it.each(REFUSED)('with %s: %s is refused', async (_, name, make, fault) => {
    expect(await inspection.faultOf(name, make())).toBe(fault);
  });

  it('are looked at one at a time, and nothing is left behind of what was refused', async () => {
    const before = await inspection.incoming();
    const all = await Promise.all([
      inspection.faultOf('a.png', pngBomb(100, 100)),
      inspection.faultOf('a.pdf', pdf()),
      inspection.faultOf('b.png', 'x'),
    ]);
    expect(all).toEqual(['broken', 'taken', 'mismatch']);
    expect(await inspection.incoming()).toEqual(before);
  });
});

/** The first sector of the directory follows itself. */
function circular(): Buffer {
  const bytes = doc();
  const directory = bytes.readUInt32LE(48);
  bytes.writeUInt32LE(directory, 512 + directory * 4);
  return bytes;
}
