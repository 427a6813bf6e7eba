import { FileFault } from './file-fault.js';
import { unpack, type ZipEntry, zipEntries } from './zip-directory.js';

const MAIN: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
};
const TYPES = '[Content_Types].xml';
/** Bytes of a part that is read; no honest list of types or relations is longer. */
const READ = 1024 * 1024;
const MACROS = /vbaproject|vbadata|macrosheet|macroenabled/i;
const ACTIVE = /activex/i;
/** Parts that are fetched from elsewhere as soon as the document opens. */
const FETCHED = /Type\s*=\s*["'][^"']*\/(attachedTemplate|oleObject|frame|subDocument)["']/i;
const ELSEWHERE = /Target\s*=\s*["']\s*(https?|ftp|mhtml|\\\\|file:\/\/[^/])/i;

/**
 * DOCX and XLSX: an archive of parts with the main part of just this format, without macros, ActiveX or parts from
 * elsewhere. Every part is unpacked once, so that none holds more than its header says.
 * @throws FileFault
 */
export async function checkOoxml(bytes: Buffer, mediaType: string): Promise<void> {
  const entries = zipEntries(bytes);
  const types = entries.find(({ name }) => name === TYPES);
  if (!types) throw new FileFault('mismatch');
  if (entries.some(({ name }) => MACROS.test(name))) throw new FileFault('macros');
  if (entries.some(({ name }) => ACTIVE.test(name))) throw new FileFault('active');
  const declared = await textOf(bytes, types);
  if (MACROS.test(declared)) throw new FileFault('macros');
  if (ACTIVE.test(declared)) throw new FileFault('active');
  const main = partOfType(declared, MAIN[mediaType] ?? '');
  if (main === null || !entries.some(({ name }) => `/${name}` === main)) throw new FileFault('mismatch');
  for (const entry of entries) {
    if (!entry.name.endsWith('.rels')) await unpack(bytes, entry);
    else if (isFetched(await textOf(bytes, entry))) throw new FileFault('active');
  }
}

/** @throws FileFault broken, where the words could say something else to another reader (UTF-16, references, DTD) */
async function textOf(bytes: Buffer, entry: ZipEntry): Promise<string> {
  if (entry.size > READ) throw new FileFault('unpacks');
  const text = (await unpack(bytes, entry, READ)).toString('utf8');
  if (/\0|\ufffd|<!DOCTYPE|<!ENTITY|&#/i.test(text)) throw new FileFault('broken');
  return text;
}

function partOfType(types: string, mainType: string): string | null {
  for (const [tag] of types.matchAll(/<(?:\w+:)?Override\b[^>]*>/g)) {
    if (attribute(tag, 'ContentType') === mainType) return attribute(tag, 'PartName');
  }
  return null;
}

function isFetched(relations: string): boolean {
  return [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(
    ([tag]) => FETCHED.test(tag) && ELSEWHERE.test(tag),
  );
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
}
