import { PROBLEM_SCHEMAS, SECURITY } from './open-api.parts.js';
import type { DescribedRoute } from './described-routes.js';
import { type BodyDoc, type OperationDoc, type ParameterDoc, type Schema, TAGS } from './operation.js';

/** Words of the catalogue, in the language of the document. */
export type Words = (key: string) => string;

/** By status, as the errors are called in the catalogue. */
const REASONS: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  410: 'gone',
  413: 'tooLarge',
  415: 'unsupported',
  422: 'invalid',
  429: 'tooMany',
};

/** @returns the OpenAPI 3.1 document of these routes. @param baseUrl of the installation */
export function openApiDocument(routes: readonly DescribedRoute[], baseUrl: string, words: Words): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, path, doc } of routes) {
    const address = path.replace(/:(\w+)/g, '{$1}');
    (paths[address] ??= {})[method.toLowerCase()] = operationOf(doc, words);
  }
  const used = TAGS.filter((tag) => routes.some(({ doc }) => doc.tag === tag));
  return {
    openapi: '3.1.0',
    info: {
      title: words('api.title'),
      version: '1.0',
      description: words('api.description'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: baseUrl, description: words('api.server') }],
    tags: used.map((name) => ({ name, description: words(`api.tag.${name}`) })),
    paths,
    components: {
      schemas: {
        ...PROBLEM_SCHEMAS,
        ...(Object.assign({}, ...routes.map(({ doc }) => doc.schemas)) as object),
      },
      securitySchemes: securitySchemes(words),
      responses: problems(words),
    },
  };
}

function operationOf(doc: OperationDoc, words: Words): object {
  const { id, tag, summary, parameters = [], body, answers, errors, security = ['none'] } = doc;
  const good = Object.entries(answers).map(([status, answer]) => [
    status,
    {
      description: words(`api.answer.${status}`),
      ...(answer.headers ? { headers: headersOf(answer.headers) } : {}),
      content: answer.schema
        ? { 'application/json': { schema: refTo(answer.schema) } }
        : { '*/*': { schema: { type: 'string', format: 'binary' } } },
    },
  ]);
  const bad = errors.map((status) => [
    String(status),
    { $ref: `#/components/responses/${REASONS[status] ?? ''}` },
  ]);
  return {
    operationId: id,
    tags: [tag],
    summary: words(summary),
    security: security.map((way) => (way === 'none' ? {} : { [way]: [] })),
    ...(parameters.length > 0 ? { parameters: parameters.map((one) => parameterOf(one, words)) } : {}),
    ...(body ? { requestBody: bodyOf(body, doc) } : {}),
    responses: Object.fromEntries([...good, ...bad]) as object,
  };
}

function parameterOf({ name, in: place, text, schema, example }: ParameterDoc, words: Words): object {
  return {
    ...{ name, in: place, description: words(text), schema },
    ...(place === 'path' ? { required: true } : {}),
    ...(example === undefined ? {} : { example: place === 'query' ? example : String(example) }),
  };
}

function bodyOf({ schema, examples, files = false }: BodyDoc, { schemas = {} }: OperationDoc): object {
  const shown = Object.entries(examples).map(([name, value]) => [name, { value }]);
  const json = { schema: refTo(schema), examples: Object.fromEntries(shown) as object };
  const form = { schema: formOf(schemas[schema] ?? {}) };
  return {
    required: true,
    content: { 'application/json': json, ...(files ? { 'multipart/form-data': form } : {}) },
  };
}

/** The same members as fields of a form, groups by dotted names, and the files. */
function formOf(schema: Schema): Schema {
  const flat = Object.entries(propertiesOf(schema)).flatMap(([name, one]) => {
    const inner = Object.entries(propertiesOf(one));
    return inner.length === 0 ? [[name, one]] : inner.map(([part, it]) => [`${name}.${part}`, it]);
  });
  const files = { type: 'array', items: { type: 'string', format: 'binary' } };
  return { type: 'object', properties: { ...(Object.fromEntries(flat) as object), files } };
}

const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> =>
  (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;

const refTo = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const headersOf = (names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }]));

function securitySchemes(words: Words): object {
  return Object.fromEntries(
    Object.entries(SECURITY).map(([name, scheme]) => [
      name,
      { ...scheme, description: words(`api.security.${name}`) },
    ]),
  );
}

function problems(words: Words): object {
  const content = { 'application/problem+json': { schema: refTo('Problem') } };
  return Object.fromEntries(
    Object.entries(REASONS).map(([status, name]) => {
      const headers = status === '429' ? { headers: headersOf(['Retry-After']) } : {};
      return [name, { description: words(`errors.problem.${name}`), ...headers, content }];
    }),
  );
}
