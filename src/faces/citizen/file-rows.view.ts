import type { Attachment } from '../../feedback/attachment.entity.js';
import { isServed } from '../../feedback/is-served.js';
import { fileSize } from '../../intake/file-size.js';
import type { Message } from '../../platform/kernel/errors.js';
import { isPicture } from '../../platform/web/file-downloads.js';
import { paths } from '../../platform/web/paths.js';

/** A file as the component `file-list` prints it. */
export interface FileRow {
  readonly name: string;
  readonly size: Message;
  /** Null while it cannot be had; `state` says why. */
  readonly href: string | null;
  /** Of a picture, which can be looked at in the browser. */
  readonly look: string | null;
  readonly state: Message | null;
}

/** The files that came with the item, or with one of its answers. */
export function fileRows(files: readonly Attachment[], replyId: number | null = null): FileRow[] {
  return files
    .filter((file) => file.replyId === replyId)
    .map((file) => {
      const address = isServed(file) ? paths.trackFile.to({ id: file.id }) : null;
      return {
        name: file.name,
        size: fileSize(file.size),
        href: address,
        look: address !== null && isPicture(file) ? paths.trackFile.to({ id: file.id, xem: 1 }) : null,
        state: isServed(file) ? null : { key: `files.scan.${file.scan}` },
      };
    });
}
