import { Injectable, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '../kernel/errors.js';
import { FileStore } from '../storage/file-store.js';

/** What a download needs to know of a file. */
export interface Downloadable {
  readonly name: string;
  readonly mediaType: string;
  readonly storedName: string;
  readonly size: number;
}

/** A browser that opens it in spite of everything finds nothing allowed: no script, no frame, no form, no origin. */
const CLOSED = "default-src 'none'; sandbox";

/** Hands out stored bytes, as a download; pictures, where asked, to be looked at. */
@Injectable()
export class FileDownloads {
  constructor(private readonly store: FileStore) {}

  /**
   * Who may have it was decided by the caller.
   * @param asked the query's `xem`: '1' shows a picture in the browser
   * @throws DomainError not-found, where the bytes are gone
   */
  async answer(response: Response, file: Downloadable, asked: unknown): Promise<StreamableFile> {
    const bytes = await this.store.read(file.storedName);
    if (!bytes) throw new DomainError('not-found', 'errors.notFound');
    const isShown = asked === '1' && isPicture(file);
    response.set({
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': isShown ? `${CLOSED}; img-src 'self'` : CLOSED,
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    return new StreamableFile(bytes, {
      type: file.mediaType,
      disposition: `${isShown ? 'inline' : 'attachment'}; ${namesOf(file.name)}`,
      length: file.size,
    });
  }
}

/** @returns whether a browser may show the file itself. */
export function isPicture({ mediaType }: Pick<Downloadable, 'mediaType'>): boolean {
  return mediaType === 'image/jpeg' || mediaType === 'image/png';
}

/** RFC 6266: a plain name for old programs, and the true one in UTF-8 (RFC 5987). */
function namesOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${exact}`;
}
