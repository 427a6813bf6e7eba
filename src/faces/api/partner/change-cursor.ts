import { DomainError } from '../../../platform/kernel/errors.js';

const SHAPE = /^v1\.(\d{1,10})$/;
const MOST = 2 ** 31 - 1;

/** @param number of the last change that was told. @returns the cursor to go on behind it; its inside is ours to change. */
export function cursorBehind(number: number): string {
  return Buffer.from(`v1.${number}`).toString('base64url');
}

/** @param cursor as it was given out; empty for the beginning. @throws DomainError invalid beside `after` for any other text. */
export function numberBehind(cursor: string): number {
  if (cursor === '') return 0;
  const [, number] = SHAPE.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (number !== undefined && Number(number) <= MOST) return Number(number);
  throw new DomainError('invalid', 'errors.invalid', {}, { after: { key: 'partners.cursorUnknown' } });
}
