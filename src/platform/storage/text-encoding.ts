import { TableFault, type TableFaultName } from './table-fault.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

/** First bytes that tell what a file is, whatever it is called. */
const SIGNATURES: readonly (readonly [bytes: string, fault: TableFaultName])[] = [
  ['504b0304', 'archive'],
  ['504b0506', 'archive'],
  ['52617221', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b', 'compressed'],
  ['25504446', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['d0cf11e0', 'oldOffice'],
];

const MARKS: readonly (readonly [bytes: string, encoding: TextEncoding])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** What Vietnamese text is made of beyond ASCII when Windows-1258 wrote it: letters, five combining marks, print. */
const VIETNAMESE =
  /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0303\u0309\u0323“”‘’–—…«»₫·•°§\u00a0]/gu;

/** At least so much of what is not ASCII is Vietnamese, else another old encoding (TCVN3, VNI) wrote it. */
const ENOUGH = 0.8;

/**
 * Looks at a file's first bytes.
 * @returns the encoding where a mark or the place of zeros tells it; null where only what follows can.
 * @throws TableFault for what is no text: archives (XLSX is one), PDF, pictures, old Office files.
 */
export function encodingOfHead(head: Buffer): TextEncoding | null {
  const hex = head.subarray(0, 8).toString('hex');
  const known = SIGNATURES.find(([bytes]) => hex.startsWith(bytes));
  if (known) throw new TableFault(known[1]);
  const marked = MARKS.find(([bytes]) => hex.startsWith(bytes));
  if (marked) return marked[1];
  const unmarked = zerosTell(head);
  if (unmarked) return unmarked;
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (odd > head.length / 20) throw new TableFault('binary');
  return null;
}

/** UTF-16 without a mark: of mostly ASCII, every other byte is zero. */
function zerosTell(head: Buffer): TextEncoding | null {
  const pairs = Math.floor(head.length / 2);
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs / 2 && even < pairs / 20) return 'utf-16le';
  return even > pairs / 2 && odd < pairs / 20 ? 'utf-16be' : null;
}

/** @returns whether text that Windows-1258 gave is Vietnamese; C1 controls stand where it has no letter. */
export function readsAsVietnamese(text: string): boolean {
  const foreign = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  if (/[\u0080-\u009f]/.test(text)) return false;
  return (text.match(VIETNAMESE)?.length ?? 0) >= foreign * ENOUGH;
}
