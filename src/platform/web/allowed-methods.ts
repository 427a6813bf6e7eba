import type { Application, Request } from 'express';

/** The part of Express's router that is read here. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** @returns the methods that the address takes, in capitals; none where there is no such address. */
export function allowedMethods({ app, path }: Pick<Request, 'app' | 'path'>): string[] {
  const { stack } = (app as Application & { router: { stack: readonly Layer[] } }).router;
  const methods = new Set<string>();
  for (const layer of stack) {
    if (!layer.route || !matches(layer, path)) continue;
    for (const method of Object.keys(layer.route.methods)) methods.add(method.toUpperCase());
  }
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}

function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    // A path that does not decode belongs to no route.
    return false;
  }
}
