import type { Request } from 'express';
import { allowedMethods } from './allowed-methods.js';
import { localPath } from './local-path.js';

/**
 * Where the page that answers this request can be asked for again. A form with faults is shown by the address
 * that takes it; often that takes nothing else, and the form itself lives further up.
 * @param changes written over the query (`{ lang: 'en' }`)
 * @returns path and query
 */
export function pageAddress(
  { app, method, path, originalUrl }: Pick<Request, 'app' | 'method' | 'path' | 'originalUrl'>,
  changes: Readonly<Record<string, string>>,
): string {
  const isAsked = method === 'GET' || method === 'HEAD';
  const query = new URLSearchParams(isAsked ? originalUrl.split('?').slice(1).join('?') : '');
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  const shown = isAsked ? path : (upwards(path).find((one) => takesGet({ app, path: one })) ?? '/');
  // “//other.site” is a path to us and another site to a browser.
  return `${localPath(shown) ?? '/'}?${query.toString()}`;
}

const takesGet = (address: Pick<Request, 'app' | 'path'>): boolean => allowedMethods(address).includes('GET');

/** '/a/b' → '/a/b', '/a' */
function upwards(path: string): string[] {
  const parts = path.split('/').slice(1);
  return parts.map((_, i) => `/${parts.slice(0, parts.length - i).join('/')}`);
}
