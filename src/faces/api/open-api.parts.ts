import type { Schema } from './operation.js';
import { listOf, record, ref, text, whole } from './schema.js';

/** RFC 9457, with every member at fault. */
export const PROBLEM_SCHEMAS: Readonly<Record<string, Schema>> = {
  Problem: record({
    ...{ type: text, title: text, status: whole, detail: text, instance: text },
    errors: listOf(ref('Fault')),
  }),
  Fault: record({ field: text, message: text }),
};

export const SECURITY: Readonly<Record<'pin' | 'key', object>> = {
  pin: { type: 'apiKey', in: 'header', name: 'X-Pin' },
  key: { type: 'http', scheme: 'bearer' },
};
