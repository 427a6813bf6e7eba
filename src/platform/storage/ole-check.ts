import { CompoundFile, type CompoundEntry } from './compound-file.js';
import { FileFault } from './file-fault.js';
import { endOfZip } from './zip-directory.js';

const WORD = 'application/msword';
/** Storages and streams that only documents with macros have. */
const MACROS = ['macros', '_vba_project_cur', 'vba', '_vba_project', 'vbaproject'];
/** A wrapped program or file of any kind. */
const PACKAGES = ['\u0001ole10native', 'ole10native'];
const READ = 1024 * 1024;
const BOF = 0x0809;
const END_OF_GLOBALS = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const MACRO_SHEET = 1;

/**
 * DOC and XLS: a compound file with the stream of just this format, without VBA, Excel 4 macro sheets, wrapped
 * programs, or a password.
 * @throws FileFault
 */
export function checkOle(bytes: Buffer, mediaType: string): void {
  const file = new CompoundFile(bytes);
  const named = (...names: string[]): CompoundEntry | undefined =>
    file.entries.find(({ name }) => names.includes(name.toLowerCase()));
  if (named('encryptedpackage')) throw new FileFault('encrypted');
  if (named(...MACROS)) throw new FileFault('macros');
  if (named(...PACKAGES)) throw new FileFault('active');
  const word = named('worddocument');
  const book = named('workbook', 'book');
  const main = mediaType === WORD ? word : book;
  if (!main || (word && book) || main.kind !== 'stream') throw new FileFault('mismatch');
  // What ends as an archive is one as well, to whoever reads it from there.
  if (endOfZip(bytes) >= 0) throw new FileFault('mismatch');
  const content = file.read(main, READ);
  if (mediaType === WORD) checkWord(content);
  else checkBook(content);
}

/** The file information block: its mark, and whether the rest is encrypted. */
function checkWord(content: Buffer): void {
  if (content.length < 32 || content.readUInt16LE(0) !== 0xa5ec) throw new FileFault('broken');
  if ((content.readUInt16LE(10) & 0x0100) !== 0) throw new FileFault('encrypted');
}

/** The records before the first sheet: what sheets there are, and whether a password is asked for. */
function checkBook(content: Buffer): void {
  if (content.length < 8 || content.readUInt16LE(0) !== BOF) throw new FileFault('broken');
  for (let at = 0; at + 4 <= content.length; at += 4 + content.readUInt16LE(at + 2)) {
    const type = content.readUInt16LE(at);
    if (type === END_OF_GLOBALS) return;
    if (type === FILE_PASS) throw new FileFault('encrypted');
    if (type === BOUND_SHEET && content[at + 9] === MACRO_SHEET) throw new FileFault('macros');
  }
}
