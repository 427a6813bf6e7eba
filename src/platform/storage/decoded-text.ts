import { TextDecoder } from 'node:util';
import { TableFault } from './table-fault.js';
import { encodingOfHead, readsAsVietnamese, type TextEncoding } from './text-encoding.js';

const HEAD = 4096;

/** The text of a file as it arrives, with the encoding found out on the way. Composed marks come by `normalize`. */
export class DecodedText {
  /** Null while the file has shown nothing but ASCII. */
  encoding: TextEncoding | null = null;
  private decoder: TextDecoder | null = null;
  /** Bytes of a letter whose end has not come yet, while the encoding is open. */
  private held = Buffer.alloc(0);

  /**
   * UTF-8, UTF-16 (with a mark, or told by its zeros) or Windows-1258; without a byte order mark.
   * @throws TableFault where the bytes are no text, none at all, or text of another encoding.
   */
  async *of(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    let begun = false;
    for await (const piece of withHead(bytes)) {
      if (!begun) this.settle(encodingOfHead(piece.subarray(0, HEAD)));
      begun = true;
      yield this.decode(piece);
    }
    if (!begun) throw new TableFault('empty');
    yield this.end();
  }

  private decode(piece: Buffer): string {
    if (this.decoder) return this.tried(() => this.decoder?.decode(piece, { stream: true }) ?? '');
    const whole = Buffer.concat([this.held, piece]);
    const start = whole.findIndex((byte) => byte > 0x7f);
    if (start < 0) return whole.toString('latin1');
    const ascii = whole.toString('latin1', 0, start);
    this.held = whole.subarray(start);
    return ascii + this.decided(false);
  }

  /** The first letters beyond ASCII decide; a letter cut in two waits for its end. */
  private decided(isLast: boolean): string {
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const text = decoder.decode(this.held, { stream: !isLast });
      if (text === '') return '';
      this.encoding = 'utf-8';
      this.decoder = decoder;
      return text;
    } catch {
      const decoder = new TextDecoder('windows-1258');
      const text = decoder.decode(this.held, { stream: true });
      if (!readsAsVietnamese(text)) throw new TableFault('encoding');
      this.encoding = 'windows-1258';
      this.decoder = decoder;
      return text;
    }
  }

  private end(): string {
    if (this.decoder) return this.tried(() => this.decoder?.decode() ?? '');
    return this.held.length > 0 ? this.decided(true) : '';
  }

  private settle(encoding: TextEncoding | null): void {
    this.encoding = encoding;
    if (encoding !== null) this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  private tried(decode: () => string): string {
    try {
      return decode();
    } catch {
      throw new TableFault('encoding');
    }
  }
}

/** The first piece is long enough to be looked at, however small the pieces come. */
async function* withHead(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const piece of bytes) {
    const next: Buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (head === null) yield next;
    else {
      head = Buffer.concat([head, next]);
      if (head.length < HEAD) continue;
      yield head;
      head = null;
    }
  }
  if (head !== null && head.length > 0) yield head;
}
