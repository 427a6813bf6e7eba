import { AGENCY_LEVELS } from '../../directory/agency-level.js';
import { PROCEDURE_LEVELS } from '../../directory/procedure-record.js';
import { KINDS, SUBJECTS } from '../../feedback/classification.js';
import { COLUMN_NUMBERS } from '../../figures/column.js';
import { RATIO_NUMBERS } from '../../figures/ratios.js';
import { CUTS_OFFERED } from '../../figures/report.js';
import { OUTCOME } from './item.schemas.js';
import type { Schema } from './operation.js';
import {
  day,
  flag,
  instant,
  listOf,
  NAMED,
  oneOf,
  orNull,
  pageOf,
  record,
  ref,
  text,
  whole,
} from './schema.js';

const PUBLISHED = record({
  ...{ number: whole, title: text, content: text, reply: text, agency: NAMED },
  ...{ field: orNull(NAMED), procedure: orNull(NAMED), subject: oneOf(SUBJECTS), kind: oneOf(KINDS) },
  ...{ outcome: OUTCOME, outcomeLabel: text, submittedDay: day, answeredDay: orNull(day), dueDay: day },
  ...{
    late: flag,
    publishedAt: instant,
    publicationDueDay: orNull(day),
    publishedLate: flag,
    href: text,
    page: text,
  },
});

const AGENCY = record({
  ...{ code: text, name: text, shortName: text, level: oneOf(AGENCY_LEVELS), parent: orNull(NAMED) },
  ...{ validFrom: day, validTo: orNull(day), successor: orNull(NAMED), intakeOpen: flag },
  ...{ address: text, postalAddress: text, phone: text, email: text, website: text, href: text },
});

const PROCEDURE = record({
  ...{ code: text, name: text, field: orNull(NAMED), levels: listOf(oneOf(PROCEDURE_LEVELS)) },
  ...{ status: oneOf(['ACTIVE', 'REPEALED']), decidingAgency: text, handlingAgency: text, coAgencies: text },
  ...{ decisionNumber: text, legalBasis: text, subjects: listOf(text), sourceUrl: text, href: text },
});

/** `hundredths` of a percent, truncated, and null where there is nothing to divide by. */
const RATIO = record({ numerator: whole, denominator: whole, hundredths: orNull(whole), text });
const each = (names: readonly string[], schema: Schema): Schema =>
  record(Object.fromEntries(names.map((name) => [name, schema])));
const NUMBERS = {
  columns: each(COLUMN_NUMBERS, { type: 'number' }),
  ratios: each(RATIO_NUMBERS, ref('Ratio')),
};

const FIGURES = record({
  ...{ definition: text, rounding: text, from: day, to: day, asOf: instant },
  ...{ agency: orNull(NAMED), by: { type: 'string', enum: CUTS_OFFERED }, sentence: text },
  total: record(NUMBERS),
  rows: listOf(record({ key: text, code: text, name: text, ...NUMBERS })),
  contradictions: listOf(text),
});

/** What everybody may read. */
export const OPEN_DATA_SCHEMAS: Readonly<Record<string, Schema>> = {
  Published: PUBLISHED,
  PublishedPage: pageOf('Published'),
  Agency: AGENCY,
  AgencyPage: pageOf('Agency'),
  Procedure: PROCEDURE,
  ProcedurePage: pageOf('Procedure'),
  Field: NAMED,
  FieldPage: pageOf('Field'),
  Ratio: RATIO,
  Figures: FIGURES,
};
