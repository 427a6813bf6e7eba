import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { MARK_TYPES, type MarkFacts, type MarkType } from '../../platform/installation/authority-identity.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { FileFault } from '../../platform/storage/file-fault.js';
import { FileInspector, type InspectedFile } from '../../platform/storage/file-inspector.js';
import { FileStore } from '../../platform/storage/file-store.js';
import type { SentFile } from '../../platform/storage/sent-file.js';

/** Bytes of the mark, as sent and as drawn anew. */
export const MARK_SIZE = 200_000;

export interface ReadMark {
  readonly facts: MarkFacts;
  /** Base64. */
  readonly bytes: string;
}

/** Draws anew what an administrator sends as the authority's mark: nothing of the file itself is kept. */
@Injectable()
export class AuthorityMarkReader {
  constructor(
    private readonly inspector: FileInspector,
    private readonly store: FileStore,
  ) {}

  /** @throws DomainError invalid beside `mark` */
  async read({ name, path, fault }: SentFile): Promise<ReadMark> {
    if (path === null || fault !== null) throw refused(fault === 'noRoom' ? fault : 'tooLarge');
    if (!/\.(png|jpe?g)$/i.test(name)) throw refused('kind');
    const file = await this.inspect(path, name);
    try {
      const bytes = await readFile(file.path);
      if (bytes.length > MARK_SIZE) throw refused('tooLarge');
      const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
      return { facts: { mediaType: typeOf(file), version }, bytes: bytes.toString('base64') };
    } finally {
      await this.store.discard(file.path);
    }
  }

  private async inspect(path: string, name: string): Promise<InspectedFile> {
    try {
      return await this.inspector.inspect(path, name);
    } catch (error) {
      throw error instanceof FileFault ? refused(error.fault) : error;
    }
  }
}

function typeOf({ mediaType }: InspectedFile): MarkType {
  const type = MARK_TYPES.find((one) => one === mediaType);
  if (!type) throw refused('kind');
  return type;
}

/** Its own words where the limits are the mark's own. */
function refused(fault: string): DomainError {
  const own = ['kind', 'tooLarge', 'noRoom'].includes(fault) ? fault : 'broken';
  return new DomainError('invalid', 'errors.invalid', {}, { mark: { key: `authority.markFault.${own}` } });
}
