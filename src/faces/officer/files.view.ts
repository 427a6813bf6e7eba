import type { Attachment } from '../../feedback/attachment.entity.js';
import { isServed } from '../../feedback/is-served.js';
import { fileSize } from '../../intake/file-size.js';
import type { Message } from '../../platform/kernel/errors.js';
import { isPicture } from '../../platform/web/file-downloads.js';
import { paths } from '../../platform/web/paths.js';

/** A file as officers see it; also what the component `file-list` prints. */
export interface OfficerFile {
  readonly name: string;
  readonly size: Message;
  /** Null while it cannot be had; `state` says why. */
  readonly href: string | null;
  /** Of a picture, which can be looked at in the browser. */
  readonly look: string | null;
  readonly state: Message | null;
  /** JPG, PDF… */
  readonly kind: string;
  /** Message key: what it came with. */
  readonly purpose: string;
  readonly addedAt: number;
  /** The officer who brought it; null for the citizen's. */
  readonly by: string | null;
}

/** @param code of the item, for the address */
export function fileRow(code: string, file: Attachment, by: string | null): OfficerFile {
  const { id, name, size, scan, purpose, addedAt } = file;
  const isOpen = isServed(file);
  return {
    name,
    size: fileSize(size),
    href: isOpen ? paths.officerFile.to({ code, id }) : null,
    look: isOpen && isPicture(file) ? paths.officerFile.to({ code, id, xem: 1 }) : null,
    state: scan === 'UNCHECKED' ? null : { key: `files.scan.${scan}` },
    kind: name.slice(name.lastIndexOf('.') + 1).toUpperCase(),
    purpose: `files.purpose.${purpose}`,
    addedAt,
    by,
  };
}
