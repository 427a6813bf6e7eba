import { DomainError } from '../../../platform/kernel/errors.js';

/** What the fields of our form are called by GeoReport. */
const NAMES: Readonly<Record<string, string>> = {
  kind: 'attribute[kind]',
  subject: 'attribute[subject]',
  title: 'attribute[title]',
  content: 'description',
  place: 'address_string',
  procedureCode: 'attribute[procedure_code]',
  agencyCode: 'attribute[agency_code]',
  fieldCode: 'service_code',
  submitterType: 'attribute[submitter_type]',
  name: 'last_name, first_name',
  address: 'attribute[submitter_address]',
};

/** @returns the refusal with its fields under the names that the client knows; anything else as it is. */
export function byParameter(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const fields = Object.entries(error.fields).map(
    ([name, message]) => [NAMES[name] ?? name, message] as const,
  );
  return new DomainError(error.kind, error.key, error.params, Object.fromEntries(fields));
}
