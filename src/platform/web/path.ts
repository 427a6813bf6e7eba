/** The names of the parameters in a pattern: '/can-bo/ho-so/:code/:action' → 'code' | 'action'. */
type ParamName<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type Value = string | number | boolean | null | undefined;
/** The parameters are required; every other name becomes part of the query. */
export type PathValues<P extends string> = Record<ParamName<P>, string | number> & Record<string, Value>;
type Arguments<P extends string> = [ParamName<P>] extends [never]
  ? [values?: PathValues<P>]
  : [values: PathValues<P>];

/** One address of the product: `route` for @Get() and @Post(), `to()` for links and redirects. */
export interface TypedPath<P extends string> {
  readonly route: P;
  to(...values: Arguments<P>): string;
}

/** @param route an absolute pattern with `:name` parameters */
export function path<const P extends string>(route: P): TypedPath<P> {
  return { route, to: (...[values]) => fill(route, values ?? {}) };
}

/** @throws Error when a parameter is missing: a link to nowhere is a fault of ours. */
function fill(route: string, values: Readonly<Record<string, Value>>): string {
  const query = new URLSearchParams();
  const names = new Set(Array.from(route.matchAll(/:(\w+)/g), ([, name]) => name));
  for (const [name, value] of Object.entries(values)) {
    if (names.has(name) || value === undefined || value === null || value === '') continue;
    query.append(name, String(value));
  }
  const filled = route.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === null || value === '')
      throw new Error(`${route}: no value for “${name}”`);
    return encodeURIComponent(String(value).toWellFormed());
  });
  return query.size === 0 ? filled : `${filled}?${query.toString()}`;
}
