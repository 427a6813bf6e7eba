/** Only its path is used; the origin is there because URL needs one. */
const HERE = 'http://here.invalid';

/**
 * The way on after signing in comes from the address, so anybody can write it: only a path of our own is taken.
 * @returns path and query, or null for anything that a browser could take for another site.
 */
export function localPath(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > 1_000 || !/^\/(?![/\\])[\x21-\x7E]*$/.test(typed))
    return null;
  if (typed.includes('\\')) return null;
  const url = URL.canParse(typed, HERE) ? new URL(typed, HERE) : null;
  // Dot segments are resolved here, “/..//other.site” among them.
  if (url?.origin !== HERE || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search;
}
