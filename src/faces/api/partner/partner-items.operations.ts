import { STATES } from '../../../feedback/state.js';
import { ITEM_SCHEMAS } from '../item.schemas.js';
import type { OperationDoc, ParameterDoc } from '../operation.js';
import { PAGING } from '../parameters.js';
import { day, instant, line, oneOf, orNull, pageOf, record, text } from '../schema.js';

const NUMBER: Omit<ParameterDoc, 'in'> = {
  name: 'externalNumber',
  text: 'partners.parameter.externalNumber',
  schema: line(64),
  example: 'DVC-2026-000123',
};

export const LIST_PARTNER_ITEMS: OperationDoc = {
  id: 'listPartnerItems',
  tag: 'partner',
  summary: 'partners.operation.items',
  parameters: [{ ...NUMBER, in: 'query' }, ...PAGING],
  answers: { 200: { schema: 'PartnerItems' } },
  errors: [401, 403, 422, 429],
  security: ['key'],
  schemas: {
    PartnerItems: pageOf('PartnerItem'),
    PartnerItem: record({
      ...{ code: text, externalNumber: orNull(text), state: oneOf(STATES), stateLabel: text },
      ...{ due: orNull(day), title: text, submittedAt: instant, changedAt: instant },
    }),
  },
};

export const READ_PARTNER_ITEM: OperationDoc = {
  id: 'readPartnerItem',
  tag: 'partner',
  summary: 'partners.operation.item',
  parameters: [{ ...NUMBER, in: 'path' }],
  answers: { 200: { schema: 'Feedback' } },
  errors: [401, 403, 404, 429],
  security: ['key'],
  schemas: ITEM_SCHEMAS,
};
