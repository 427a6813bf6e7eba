import type { Message } from '../platform/kernel/errors.js';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** @returns the size as people say it: whole kilobytes, from 10 MB on whole megabytes. */
export function fileSize(bytes: number): Message {
  return bytes < 10 * MEGABYTE
    ? { key: 'files.kilobytes', params: { size: Math.max(1, Math.round(bytes / KILOBYTE)) } }
    : { key: 'files.megabytes', params: { size: megabytes(bytes) } };
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}
