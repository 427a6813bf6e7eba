import { KINDS, SUBJECTS, SUBMITTER_TYPES } from '../../../feedback/classification.js';
import type { Open311Document, Open311Record } from './open311-document.js';
import type { Service } from './service-list.query.js';

type Say = (key: string) => string;

/** @returns the list of services; every one has a definition. */
export function serviceListDocument(services: readonly Service[], say: Say): Open311Document {
  const body = services.map(({ code, name }) => ({
    service_code: code,
    service_name: name,
    description: say('open311.serviceDescription'),
    metadata: true,
    type: 'realtime',
    keywords: name,
    group: say('open311.group'),
  }));
  return { root: 'services', body };
}

interface Attribute {
  readonly code: string;
  readonly datatype: 'string' | 'text' | 'singlevaluelist';
  readonly required: boolean;
  /** Values of a list, with the catalogue's names for them. */
  readonly values?: { readonly of: readonly string[]; readonly named: string };
}

/** What an item needs beyond GeoReport's own parameters; `open311.attribute.<code>` says what is meant. */
export const ATTRIBUTES = [
  {
    code: 'kind',
    datatype: 'singlevaluelist',
    required: true,
    values: { of: KINDS, named: 'feedback.kind' },
  },
  {
    code: 'subject',
    datatype: 'singlevaluelist',
    required: true,
    values: { of: SUBJECTS, named: 'feedback.subject' },
  },
  { code: 'title', datatype: 'string', required: false },
  {
    code: 'submitter_type',
    datatype: 'singlevaluelist',
    required: false,
    values: { of: SUBMITTER_TYPES, named: 'feedback.submitterType' },
  },
  { code: 'submitter_address', datatype: 'string', required: true },
  { code: 'procedure_code', datatype: 'string', required: false },
  { code: 'agency_code', datatype: 'string', required: false },
] as const satisfies readonly Attribute[];

export type AttributeCode = (typeof ATTRIBUTES)[number]['code'];

/** @returns what has to be said of a request of this service; the same for all of them. */
export function serviceDefinition({ code }: Service, say: Say): Open311Document {
  const attributes = ATTRIBUTES.map((attribute, index) => attributeRecord(attribute, index + 1, say));
  return { root: 'service_definition', body: { service_code: code, attributes } };
}

function attributeRecord(attribute: Attribute, order: number, say: Say): Open311Record {
  const { code, datatype, required, values } = attribute;
  const record = {
    variable: true,
    code,
    datatype,
    required,
    datatype_description: say(`open311.hint.${code}`),
    order,
    description: say(`open311.attribute.${code}`),
  };
  if (!values) return record;
  const named = values.of.map((key) => ({ key: key.toLowerCase(), name: say(`${values.named}.${key}`) }));
  return { ...record, values: named };
}
