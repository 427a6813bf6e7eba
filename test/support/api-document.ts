import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer } from './api-house.js';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly example?: string | number;
}
interface Content {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly value: object }>>;
}
type Contents = Readonly<Record<string, Content>>;
interface Response {
  readonly $ref?: string;
  readonly content?: Contents;
}

export interface Described {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, Response>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Described, 'method' | 'path'>>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

/** The published document, to hold answers against. */
export class ApiDocument {
  readonly operations: readonly Described[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenApi) {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema(document, 'document');
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
    );
  }

  /** @returns what of the answer is not as documented; empty where everything is. */
  faultsOf({ responses }: Described, answer: Answer): string[] {
    const said = responses[String(answer.status)];
    const name = said?.$ref?.split('/').at(-1);
    const response = name === undefined ? said : this.document.components.responses[name];
    if (!response) return [`status ${answer.status}: ${JSON.stringify(answer.body)}`];
    const content = response.content ?? {};
    if ('*/*' in content) return [];
    const told = content[answer.type];
    if (!told) return [`type ${answer.type}`];
    return this.schemaFaults(told.schema, answer.body);
  }

  private schemaFaults(schema: object, body: unknown): string[] {
    const name = JSON.stringify(schema);
    const absolute = JSON.parse(name.replaceAll('"#/', '"document#/')) as object;
    const check = this.compiled.get(name) ?? this.ajv.compile(absolute);
    this.compiled.set(name, check);
    if (check(body)) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
    );
  }
}
