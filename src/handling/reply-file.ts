import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { ReplyLetter } from './reply-letter.js';
import { replyPdf } from './reply-pdf.js';

/** @returns the document as a download. Who may have it was asked before. */
export function replyFile(letter: ReplyLetter): StreamableFile {
  const name = `${letter.isDraft ? 'du-thao' : 'tra-loi'}-${letter.code}.pdf`;
  return new StreamableFile(Readable.from(replyPdf(letter)), {
    type: 'application/pdf',
    disposition: `attachment; filename="${name}"`,
  });
}
