import { encode } from 'uqr';

/** A QR code as one SVG path, so that the template prints it without unescaped markup. */
export interface QrCode {
  /** Side of the square view box, quiet zone included. */
  readonly size: number;
  /** Path data: one unit square a dark module, runs joined. */
  readonly path: string;
}

/** @param text what the code holds; for receipts an address without any secret. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x;
      while (row[end + 1]) end++;
      runs.push(`M${x} ${y}h${end - x + 1}v1h-${end - x + 1}z`);
      x = end;
    }
  }
  return { size, path: runs.join('') };
}
