import { FORMATS } from './open311-reply.js';

/** Where GeoReport lives, for what counts and for trying. */
export const PRODUCTION = '/open311/v2';
export const TEST = '/open311/test/v2';

/** @returns the addresses of a resource, in both formats, for both endpoints. */
export function addressesOf(resource: string): string[] {
  return [PRODUCTION, TEST].flatMap((top) => FORMATS.map((format) => `${top}/${resource}.${format}`));
}

/** @returns whether the request only tries: what is sent there is checked like any other, and not stored. */
export function isTrial(path: string): boolean {
  return path.startsWith(`${TEST}/`);
}
