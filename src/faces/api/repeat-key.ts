import { createHmac } from 'node:crypto';
import type { Staged } from '../../intake/staged-uploads.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SentSubmission } from './submission.members.js';

/** What may stand in `Idempotency-Key`: visible ASCII. */
const KEY = /^[\x21-\x7e]{8,255}$/;

/** @returns the header's key; null where none was sent. @throws DomainError invalid for one that is none. */
export function sentKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (KEY.test(header)) return header;
  const told = { key: 'api.fault.idempotencyKey' };
  throw new DomainError('invalid', told.key, {}, { 'Idempotency-Key': told });
}

/**
 * Keyed hashes: whoever reads the database learns neither the sender's key nor, once the personal data are erased,
 * whether a guess at them is right.
 */
export class RepeatKeys {
  /** @param secret derived for this use alone */
  constructor(private readonly secret: Buffer) {}

  /** @returns what the item's `submissionKey` is, within the column shared with the form's keys. */
  ofKey(key: string): string {
    return this.hash('key', key);
  }

  /** @returns what stands for the whole request: the same words and files, in whatever order the members came. */
  ofRequest({ form, fieldCode, externalNumber }: SentSubmission, files: readonly Staged[]): string {
    const words = Object.entries(form as object).sort(([a], [b]) => (a < b ? -1 : 1));
    const digests = files.map(({ name, sha256 }) => [name, sha256]);
    return this.hash('request', JSON.stringify([words, fieldCode, externalNumber, digests]));
  }

  private hash(what: string, text: string): string {
    return createHmac('sha256', this.secret).update(`${what}\n${text}`).digest('base64url');
  }
}
