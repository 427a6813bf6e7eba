import { createHash } from 'node:crypto';
import type { ItemRecord } from './item-record.js';

/** @returns the number under which the item is known where it comes from: the old code, or the number it had itself. */
export function oldNumber({ code, externalNumber }: Pick<ItemRecord, 'code' | 'externalNumber'>): string {
  return code === '' ? externalNumber : code;
}

/**
 * @param source which system the file comes from
 * @returns the submission key: the same line, taken in again, is the same item. Without a number the whole line counts.
 */
export function itemKey(source: string, record: ItemRecord): string {
  const number = oldNumber(record);
  const told = number === '' ? ['line', ...Object.values(record)] : ['number', number];
  return `i:${createHash('sha256')
    .update([source, ...told].join('\n'))
    .digest('base64url')}`;
}
