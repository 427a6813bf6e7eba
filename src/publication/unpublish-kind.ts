import type { Message } from '../platform/kernel/errors.js';
import type { Publication } from './publication.entity.js';

/** Why something public was taken back, as an officer chooses it. */
export const UNPUBLISH_KINDS = ['PERSONAL_DATA', 'INACCURATE', 'SUBMITTER_ASKED', 'LAW', 'OTHER'] as const;

/** REOPENED is no choice: the reopening of the item takes back what was published of the answer that it undoes. */
export type UnpublishKind = (typeof UNPUBLISH_KINDS)[number] | 'REOPENED';

/** A proposal goes back to be done again, or the item is not to be published at all. */
export const TURNED_DOWN = ['SENT_BACK', 'WITHHELD'] as const;
export type TurnedDown = (typeof TURNED_DOWN)[number];

/**
 * What the lasting address of something that was taken back tells everybody: plain words chosen by the kind, nothing of
 * the item and nothing of the officer's own reason.
 * @returns null for what is public now, or never was; whether it is public the item's own axis says.
 */
export function noticeOf({ unpublishKind }: Pick<Publication, 'unpublishKind'>): Message | null {
  return unpublishKind && { key: `publishing.notice.${unpublishKind}` };
}
