import type { FileLimits } from '../platform/storage/file-limits.js';

const MEGABYTE = 1024 * 1024;

/** What one form of a citizen may bring. */
export const CITIZEN_FILES: FileLimits = { most: 5, size: 10 * MEGABYTE };

/** What one form of the staff may bring. */
export const STAFF_FILES: FileLimits = { most: 10, size: 25 * MEGABYTE };
