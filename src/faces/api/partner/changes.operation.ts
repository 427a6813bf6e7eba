import { STATES } from '../../../feedback/state.js';
import type { OperationDoc } from '../operation.js';
import { day, flag, instant, line, listOf, oneOf, orNull, record, ref, text } from '../schema.js';
import { MOST_CHANGES, USUAL_CHANGES } from './changes.form.js';

const CURSOR = line(200);

/** What the document says of `GET /changes`. */
export const CHANGES: OperationDoc = {
  id: 'listChanges',
  tag: 'partner',
  summary: 'partners.operation.changes',
  parameters: [
    { name: 'after', in: 'query', text: 'partners.parameter.afterHelp', schema: CURSOR },
    {
      name: 'limit',
      in: 'query',
      text: 'partners.parameter.limitHelp',
      schema: { type: 'integer', minimum: 1, maximum: MOST_CHANGES, default: USUAL_CHANGES },
      example: 50,
    },
  ],
  answers: { 200: { schema: 'Changes' } },
  errors: [401, 403, 422, 429],
  security: ['key'],
  schemas: {
    Changes: record({ changes: listOf(ref('Change')), next: CURSOR, more: flag }),
    Change: record({
      ...{ id: text, type: { const: 'feedback.changed' }, code: text, externalNumber: orNull(text) },
      ...{ at: instant, step: text, state: oneOf(STATES), stateLabel: text },
      ...{ due: orNull(day), reasonCode: orNull(text) },
    }),
  },
};
