import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { cleanFileName } from './clean-file-name.js';
import { FileFault } from './file-fault.js';
import { type FileKind, kindOfName } from './file-kind.js';
import { FileStore } from './file-store.js';
import { checkOle } from './ole-check.js';
import { checkOoxml } from './ooxml-check.js';
import { checkPdf } from './pdf-check.js';
import { redrawPicture } from './redraw-picture.js';

/** A file that may be kept. */
export interface InspectedFile {
  /** Cleaned. */
  readonly name: string;
  readonly mediaType: string;
  /** Incoming path of what is to be kept: the file itself, or the picture drawn anew. */
  readonly path: string;
}

/** Enough to tell the families apart; what is behind it is looked at by their own checks. */
const HEAD = 4_100;
const FAMILIES: Readonly<Record<FileKind['family'], readonly string[]>> = {
  picture: ['image/jpeg', 'image/png'],
  pdf: ['application/pdf'],
  ooxml: ['application/zip'],
  ole: ['application/x-cfb'],
};

/**
 * Looks at files before they are taken: the ending is one of those allowed, the bytes are what the ending says, and
 * it opens. One at a time: a file may be 25 MB, and a picture much more once it is decoded.
 */
@Injectable()
export class FileInspector {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: FileStore) {}

  /**
   * @param path of an incoming file; it stays where it is
   * @param sentName as its sender named it
   * @throws FileFault where the file is refused
   */
  inspect(path: string, sentName: string): Promise<InspectedFile> {
    const mine = this.last.then(() => this.look(path, cleanFileName(sentName)));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async look(path: string, name: string): Promise<InspectedFile> {
    const kind = kindOfName(name);
    if (!kind) throw new FileFault('kind');
    const bytes = await readFile(path);
    if (bytes.length === 0) throw new FileFault('empty');
    await expectFamily(bytes, kind);
    const told = { name, mediaType: kind.mediaType };
    switch (kind.family) {
      case 'picture': {
        const drawn = await this.store.incoming();
        try {
          await redrawPicture(bytes, drawn, kind.mediaType);
        } catch (error) {
          await this.store.discard(drawn);
          throw error;
        }
        return { ...told, path: drawn };
      }
      case 'pdf':
        await checkPdf(bytes);
        break;
      case 'ooxml':
        await checkOoxml(bytes, kind.mediaType);
        break;
      case 'ole':
        checkOle(bytes, kind.mediaType);
    }
    return { ...told, path };
  }
}

async function expectFamily(bytes: Buffer, { family, mediaType }: FileKind): Promise<void> {
  const found = await typeOf(bytes);
  const isFamily = FAMILIES[family].includes(found);
  if (found === 'image/apng' && mediaType === 'image/png') throw new FileFault('animated');
  if (!isFamily || (family === 'picture' && found !== mediaType)) throw new FileFault('mismatch');
}

/** All zips are one family here: file-type would unpack parts of them to know more, our own check does it bounded. */
async function typeOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'application/zip';
  const type = await fileTypeFromBuffer(bytes.subarray(0, HEAD)).catch(() => undefined);
  return type?.mime ?? '';
}
