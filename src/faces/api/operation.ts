import { applyDecorators, SetMetadata } from '@nestjs/common';

export const OPERATION = 'api-operation';

/** A piece of JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>;

export interface ParameterDoc {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  /** A message key. */
  readonly text: string;
  readonly schema: Schema;
  readonly example?: string | number;
}

export interface BodyDoc {
  /** The name of its schema among `schemas`. */
  readonly schema: string;
  /** By name; each is sent against the live service by a test. */
  readonly examples: Readonly<Record<string, object>>;
  /** Also as a form with files. */
  readonly files?: boolean;
}

export interface AnswerDoc {
  /** The name of its schema; without one the answer is a file. */
  readonly schema?: string;
  readonly headers?: readonly string[];
}

/** Groups of the document, in the order in which they are printed. */
export const TAGS = ['feedback', 'openData', 'partner'] as const;
export type Tag = (typeof TAGS)[number];

/** What the document says of one operation. It stands beside the route, so that it is not forgotten. */
export interface OperationDoc {
  readonly id: string;
  readonly tag: Tag;
  /** A message key. */
  readonly summary: string;
  readonly parameters?: readonly ParameterDoc[];
  readonly body?: BodyDoc;
  readonly answers: Readonly<Record<number, AnswerDoc>>;
  /** Statuses of problem documents. */
  readonly errors: readonly number[];
  /** What has to be shown; several are alternatives. Nothing where everybody may ask. */
  readonly security?: readonly ('pin' | 'key' | 'none')[];
  /** Schemas that this operation brings along. */
  readonly schemas?: Readonly<Record<string, Schema>>;
}

/** Describes a route of `/api` in the OpenAPI document; a test demands it of each. */
export const Operation = (operation: OperationDoc): MethodDecorator =>
  applyDecorators(SetMetadata(OPERATION, operation));
