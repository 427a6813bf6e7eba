import { createHash } from 'node:crypto';
import type { NewAttachment } from './new-attachment.js';

/** @returns how many files came with a step, and one digest over their bytes' digests: the chain then protects them too. */
export function filesFact(files: readonly NewAttachment[]): Record<string, string | number> {
  if (files.length === 0) return {};
  const digests = files.map(({ sha256 }) => sha256).sort();
  return { files: files.length, filesDigest: createHash('sha256').update(digests.join('\n')).digest('hex') };
}
