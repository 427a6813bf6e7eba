import { AGENCY_LEVELS } from '../../directory/agency-level.js';
import { OPEN_DATA_SCHEMAS } from './open-data.schemas.js';
import type { OperationDoc, ParameterDoc } from './operation.js';
import {
  AGENCY,
  AGENCY_CODE,
  AS_OF,
  BY,
  FIELD,
  FROM,
  LEVEL,
  NUMBER,
  PAGING,
  PARENT,
  PROCEDURE,
  PROCEDURE_CODE,
  TO,
  WORDS,
} from './parameters.js';
import { oneOf } from './schema.js';

type Reading = Pick<OperationDoc, 'id' | 'summary'> & {
  readonly parameters: readonly ParameterDoc[];
  readonly schema: string;
};

export const SEARCH_PUBLISHED = listing({
  id: 'searchPublished',
  summary: 'api.operation.searchPublished',
  parameters: [WORDS('hồ sơ'), AGENCY, FIELD, PROCEDURE, FROM, TO, ...PAGING],
  schema: 'PublishedPage',
});
export const READ_PUBLISHED = reading(
  {
    id: 'readPublished',
    summary: 'api.operation.readPublished',
    parameters: [NUMBER],
    schema: 'Published',
  },
  [404, 410, 429],
);
export const LIST_AGENCIES = listing({
  id: 'listAgencies',
  summary: 'api.operation.listAgencies',
  parameters: [WORDS('Thái Nguyên'), PARENT, LEVEL(oneOf(AGENCY_LEVELS)), ...PAGING],
  schema: 'AgencyPage',
});
export const READ_AGENCY = reading(
  { id: 'readAgency', summary: 'api.operation.readAgency', parameters: [AGENCY_CODE], schema: 'Agency' },
  [404, 429],
);
export const LIST_PROCEDURES = listing({
  id: 'listProcedures',
  summary: 'api.operation.listProcedures',
  parameters: [WORDS('đất đai'), FIELD, ...PAGING],
  schema: 'ProcedurePage',
});
export const READ_PROCEDURE = reading(
  {
    id: 'readProcedure',
    summary: 'api.operation.readProcedure',
    parameters: [PROCEDURE_CODE],
    schema: 'Procedure',
  },
  [404, 429],
);
export const LIST_FIELDS = listing({
  id: 'listFields',
  summary: 'api.operation.listFields',
  parameters: PAGING,
  schema: 'FieldPage',
});
export const READ_FIGURES = listing({
  id: 'readFigures',
  summary: 'api.operation.readFigures',
  parameters: [FROM, TO, AS_OF, BY, AGENCY],
  schema: 'Figures',
});

function listing(doc: Reading): OperationDoc {
  return reading(doc, [422, 429]);
}

function reading({ id, summary, parameters, schema }: Reading, errors: readonly number[]): OperationDoc {
  const answers = { 200: { schema, headers: ['ETag'] } };
  return { ...{ id, summary, parameters, answers, errors }, tag: 'openData', schemas: OPEN_DATA_SCHEMAS };
}
