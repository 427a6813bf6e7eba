import { createHash } from 'node:crypto';
import type { JournalEntry } from './journal-entry.entity.js';

/** The members that the chain protects, in their fixed order: everything but the row's number and the hash itself. */
const SEALED = [
  'feedbackId',
  'seq',
  'recordedAt',
  'effectiveAt',
  'action',
  'fromState',
  'toState',
  'actorKind',
  'actorId',
  'actorAgencyId',
  'agencyId',
  'fromAgencyId',
  'subject',
  'fromSubject',
  'fieldId',
  'fromFieldId',
  'dueDay',
  'plainDueDay',
  'publication',
  'rating',
  'reasonCode',
  'textId',
  'replyId',
  'details',
  'prevHash',
] as const satisfies readonly (keyof JournalEntry)[];

/** @returns SHA-256 (hex) over the entry's members and its predecessor's hash, as one JSON array. */
export function journalHash(entry: Omit<JournalEntry, 'id' | 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify(SEALED.map((member) => entry[member])))
    .digest('hex');
}
