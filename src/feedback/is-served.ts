import type { Attachment } from './attachment.entity.js';

/** @returns whether the file's bytes may be handed out: not while they wait for the scanner, never when it found something. */
export function isServed({ scan }: Pick<Attachment, 'scan'>): boolean {
  return scan === 'UNCHECKED' || scan === 'CLEAN';
}
