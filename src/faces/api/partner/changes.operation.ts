import type { OperationDoc } from '../operation.js';
import { MOST_CHANGES, USUAL_CHANGES } from './changes.form.js';

const CURSOR = { type: 'string', maxLength: 200 };
const NULLABLE_TEXT = { type: ['string', 'null'] };

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
    Changes: {
      type: 'object',
      required: ['changes', 'next', 'more'],
      properties: {
        changes: { type: 'array', items: { $ref: '#/components/schemas/Change' } },
        next: CURSOR,
        more: { type: 'boolean' },
      },
    },
    Change: {
      type: 'object',
      required: ['id', 'type', 'code', 'externalNumber', 'at', 'step', 'state', 'stateLabel', 'due'],
      properties: {
        id: { type: 'string' },
        type: { type: 'string', enum: ['feedback.changed'] },
        code: { type: 'string' },
        externalNumber: NULLABLE_TEXT,
        at: { type: 'string', format: 'date-time' },
        step: { type: 'string' },
        state: { type: 'string' },
        stateLabel: { type: 'string' },
        due: { type: 'string', format: 'date' },
        reasonCode: NULLABLE_TEXT,
      },
    },
  },
};
