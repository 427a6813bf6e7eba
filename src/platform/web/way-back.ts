import type { Request } from 'express';
import { localPath } from './local-path.js';

/**
 * @returns the page of ours that the person came from, or null; the page offers the home page anyway. A form that posts
 * to its own address came from there.
 */
export function lastWayBack(request: Request): string | null {
  const from = request.get('referer');
  if (from === undefined || !URL.canParse(from)) return null;
  const url = new URL(from);
  if (url.host !== request.get('host')) return null;
  const way = localPath(url.pathname + url.search);
  return request.method === 'GET' && way === request.originalUrl ? null : way;
}
