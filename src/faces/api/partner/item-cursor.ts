import { DomainError } from '../../../platform/kernel/errors.js';

/** @param cursor as a page gave it; empty for the beginning. @throws DomainError invalid beside `cursor` */
export function numberIn(cursor: string): number {
  if (cursor === '') return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new DomainError('invalid', 'errors.invalid', {}, { cursor: { key: 'partners.cursorUnknown' } });
}
