import type { Schema } from './operation.js';

/*
 * Pieces of JSON Schema, to write the document with. Records are closed: what an answer holds beyond its schema is a
 * fault of ours, and the tests find it.
 */

export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };
export const flag: Schema = { type: 'boolean' };
export const day: Schema = { type: 'string', format: 'date' };
export const instant: Schema = { type: 'string', format: 'date-time' };

/** A text of bounded length. */
export const line = (maxLength: number): Schema => ({ type: 'string', maxLength });

/** One of a few words; inside they are written in capitals. */
export const oneOf = (values: readonly string[]): Schema => ({
  type: 'string',
  enum: values.map((value) => value.toLowerCase()),
});

export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** @param optional members that may be left out; all others are always there */
export function record(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** A page of a list. */
export const pageOf = (name: string): Schema => record({ items: listOf(ref(name)), next: orNull(text) });

export const NAMED: Schema = record({ code: text, name: text });
