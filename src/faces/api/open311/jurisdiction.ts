import { Open311Error } from './open311-error.js';

/**
 * One installation is one jurisdiction, named by its host; a client need not say so.
 * @throws Open311Error 404 for another's name.
 */
export function requireJurisdiction(sent: Readonly<Record<string, unknown>>, ours: string): void {
  const named = sent['jurisdiction_id'];
  if (named === undefined || named === '' || named === ours) return;
  throw new Open311Error(404, [{ key: 'open311.otherJurisdiction', params: { ours } }]);
}

/** @param baseUrl where the installation is reached. */
export function jurisdictionOf(baseUrl: string): string {
  return new URL(baseUrl).hostname;
}
