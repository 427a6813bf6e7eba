import type { Request, Response } from 'express';
import { Line, Whole } from '../../platform/web/form-fields.js';

const USUAL = 20;
const MOST = 100;

/** Every list is read in pages: how many, and from where on. */
export class PagingForm {
  @Whole({ label: 'api.parameter.limit', min: 1, max: MOST })
  limit: number | null;

  /** As the page before gave it; what it means is nobody's business but ours. */
  @Line({ label: 'api.parameter.cursor', max: 200 })
  cursor: string;
}

/** One page of a list, with what the next one begins at; null at the end. */
export interface KeysetPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** @returns how many rows a page has. */
export function sizeOf({ limit }: PagingForm): number {
  return limit ?? USUAL;
}

/** @param rows one more than the page holds, where there is more. @param keyOf what the next page begins behind */
export function keysetPage<R>(rows: readonly R[], size: number, keyOf: (row: R) => string): KeysetPage<R> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, next: rows.length > size && last !== undefined ? keyOf(last) : null };
}

/** Names the next page in the header as well (RFC 8288). @param baseUrl of the installation, without a slash at its end */
export function linkNext(
  { next }: KeysetPage<unknown>,
  baseUrl: string,
  request: Request,
  response: Response,
): void {
  if (next === null) return;
  const address = new URL(request.originalUrl, baseUrl);
  address.searchParams.set('cursor', next);
  response.append('Link', `<${address.href}>; rel="next"`);
}
