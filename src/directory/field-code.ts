import { foldWords } from '../platform/kernel/fold.js';

/** @returns `dat-dai` for “Đất đai”: the portal gives names only, and writes their capitals now so, now otherwise. */
export function fieldCode(name: string): string {
  return foldWords(name).join('-').slice(0, 200);
}
