import type { ParameterDoc, Schema } from './operation.js';
import { day, line, text } from './schema.js';

const query = (name: string, key: string, schema: Schema, example?: string | number): ParameterDoc => ({
  ...{ name, in: 'query', text: key, schema },
  ...(example === undefined ? {} : { example }),
});
const inPath = (name: string, key: string, example: string | number): ParameterDoc => ({
  ...{ name, in: 'path', text: key, schema: text, example },
});

/** How long a list's page is, and where it begins. */
export const PAGING: readonly ParameterDoc[] = [
  query('limit', 'api.parameter.limit', { type: 'integer', minimum: 1, maximum: 100 }, 10),
  query('cursor', 'api.parameter.cursor', line(200)),
];

export const WORDS = (example: string): ParameterDoc => query('q', 'api.parameter.q', line(200), example);
export const AGENCY = query('agency', 'api.parameter.agency', line(40), '19');
export const FIELD = query('field', 'api.parameter.field', line(200), 'dat-dai');
export const PROCEDURE = query('procedure', 'api.parameter.procedure', line(40), '1.004194');
export const PARENT = query('parent', 'api.parameter.parent', line(40), '19');
export const LEVEL = (schema: Schema): ParameterDoc =>
  query('level', 'api.parameter.level', schema, 'commune');
export const FROM = query('from', 'api.parameter.from', day, '2026-01-01');
export const TO = query('to', 'api.parameter.to', day, '2026-03-31');
export const AS_OF = query('asOf', 'api.parameter.asOf', line(40), '2026-03-31');
export const BY = query('by', 'api.parameter.by', text, 'field');

export const CODE = inPath('code', 'api.parameter.code', 'PAKN-26-7K3M9QTW-4');
export const FILE_ID = inPath('id', 'api.parameter.id', 1);
export const NUMBER = inPath('number', 'api.parameter.number', 1);
export const AGENCY_CODE = inPath('code', 'api.parameter.agency', '19');
export const PROCEDURE_CODE = inPath('code', 'api.parameter.procedure', '1.004194');

/** Makes repeats of one request one item. */
export const IDEMPOTENCY_KEY: ParameterDoc = {
  name: 'Idempotency-Key',
  in: 'header',
  text: 'api.parameter.idempotencyKey',
  schema: { type: 'string', minLength: 8, maxLength: 255 },
};
