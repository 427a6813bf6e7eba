import type { NewAttachment } from '../feedback/new-attachment.js';
import type { Message } from '../platform/kernel/errors.js';
import { ACCEPTED } from '../platform/storage/file-kind.js';
import type { FileLimits } from '../platform/storage/file-limits.js';
import { fileSize, megabytes } from './file-size.js';

/** What the component `upload` prints. */
export interface UploadView {
  readonly files: readonly {
    readonly token: string;
    readonly name: string;
    readonly size: Message;
    /** Said while it waits for the virus scanner, or when that has found something. */
    readonly state: Message | null;
  }[];
  readonly faults: readonly Message[];
  readonly accept: string;
  readonly limits: Message;
  /** Whether there is room for one more. */
  readonly room: boolean;
}

type Listed = Pick<NewAttachment, 'name' | 'size' | 'scan'> & { readonly token: string };

export function uploadView(
  staged: readonly Listed[],
  faults: readonly Message[],
  limits: FileLimits,
): UploadView {
  return {
    files: staged.map(({ token, name, size, scan }) => ({
      token,
      name,
      size: fileSize(size),
      state: scan === 'WAITING' || scan === 'INFECTED' ? { key: `files.scan.${scan}` } : null,
    })),
    faults,
    accept: ACCEPTED,
    limits: { key: 'files.limits', params: { most: limits.most, size: megabytes(limits.size) } },
    room: staged.length < limits.most,
  };
}
