import { API } from './api-addresses.js';
import type { DescribedRoute } from './described-routes.js';
import type { Words } from './open-api.document.js';
import { type OperationDoc, type Tag, TAGS } from './operation.js';

interface OperationView {
  readonly id: string;
  readonly method: string;
  readonly address: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly text: string }[];
  /** Who may ask. */
  readonly access: string;
  readonly errors: string;
  /** A request that works as it stands, after the words in capitals were replaced. */
  readonly curl: string;
}

/** What `views/api/api.hbs` prints; drawn from the same operations as the document. */
export interface ApiPage {
  readonly document: string;
  readonly base: string;
  readonly groups: readonly { readonly name: string; readonly operations: readonly OperationView[] }[];
}

export function apiPage(routes: readonly DescribedRoute[], baseUrl: string, words: Words): ApiPage {
  const ofTag = (tag: Tag): DescribedRoute[] => routes.filter(({ doc }) => doc.tag === tag);
  return {
    document: API.openApi.to(),
    base: baseUrl,
    groups: TAGS.filter((tag) => ofTag(tag).length > 0).map((tag) => ({
      name: words(`api.tag.${tag}`),
      operations: ofTag(tag).map((route) => operationView(route, baseUrl, words)),
    })),
  };
}

function operationView({ method, path, doc }: DescribedRoute, baseUrl: string, words: Words): OperationView {
  const { id, summary, parameters = [], security = ['none'], errors } = doc;
  return {
    ...{ id, method, address: path.replace(/:(\w+)/g, '{$1}'), summary: words(summary) },
    parameters: parameters.map(({ name, text }) => ({ name, text: words(text) })),
    access: security.map((way) => words(`api.access.${way}`)).join(' · '),
    errors: errors.join(', '),
    curl: curlOf(method, path, doc, baseUrl),
  };
}

function curlOf(
  method: string,
  path: string,
  { parameters = [], body, security }: OperationDoc,
  baseUrl: string,
): string {
  const examples = new Map(parameters.map(({ name, example }) => [name, String(example ?? '')]));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(examples.get(name) ?? name));
  const [first] = parameters.filter(({ in: place, example }) => place === 'query' && example !== undefined);
  const query = first ? `?${new URLSearchParams({ [first.name]: String(first.example) }).toString()}` : '';
  const [example] = Object.values(body?.examples ?? {});
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${baseUrl}${filled}${query}'`,
    ...(security?.[0] === 'pin' ? ["-H 'X-Pin: 123456'"] : []),
    ...(security?.[0] === 'key' ? ["-H 'Authorization: Bearer KEY'"] : []),
    ...(example ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(example, null, 2)}'`] : []),
  ].join(' \\\n  ');
}
